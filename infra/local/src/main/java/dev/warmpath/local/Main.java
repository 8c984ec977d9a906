package dev.warmpath.local;

import dev.warmpath.engine.EngineException;
import dev.warmpath.local.dynamodb.TableException;
import dev.warmpath.local.http.PortTakenException;
import dev.warmpath.local.lambda.NotRunnableException;
import dev.warmpath.local.seed.SeedException;
import dev.warmpath.local.sqs.DeadLetterException;
import dev.warmpath.local.sqs.QueueException;
import dev.warmpath.local.streams.StreamException;
import dev.warmpath.local.template.TemplateException;
import dev.warmpath.local.valkey.ValkeyException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The launcher's Java half: {@code ./warmpath} builds what is needed and hands its arguments over. */
@Command(
        name = "./warmpath",
        description = "Runs a SAM template on this machine, functions in JVMs of their own.",
        subcommands = {Up.class, Token.class, Invoke.class, Dlq.class, Seed.class, HelpCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain);
    }

    /** One sentence for what a user can mend; the whole stack only for what is a bug of ours. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        switch (failure) {
            case UserException _,
                    PortTakenException _,
                    TemplateException _,
                    NotRunnableException _,
                    EngineException _,
                    DeadLetterException _,
                    QueueException _,
                    SeedException _,
                    StreamException _,
                    TableException _,
                    ValkeyException _ -> command.getErr().println("warmpath: " + failure.getMessage());
            default -> failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
