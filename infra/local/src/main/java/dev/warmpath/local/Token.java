package dev.warmpath.local;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints an access token that a running API accepts, and nothing else, so that it fits into {@code $(…)}. */
@Command(name = "token", description = "Prints an access token for a running API.", mixinStandardHelpOptions = true)
final class Token implements Callable<Integer> {
    static final String DEFAULT_SUB = "demo";

    /** What sign-in gives every user. */
    static final String DEFAULT_SCOPE = "users:read users:write orders:read orders:write";

    @Mixin
    private PortOption port;

    @Option(
            names = "--sub",
            paramLabel = "ID",
            defaultValue = DEFAULT_SUB,
            description = "The caller's user id (default ${DEFAULT-VALUE}).")
    private String sub;

    @Option(
            names = "--scope",
            paramLabel = "SCOPES",
            defaultValue = DEFAULT_SCOPE,
            description = "Scopes separated by spaces; the default is what sign-in gives a user: \"${DEFAULT-VALUE}\". "
                    + "The other one is admin.")
    private String scope;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        command.commandLine().getOut().println(new RunningApi(port.number()).token(sub, scope));
        return 0;
    }
}
