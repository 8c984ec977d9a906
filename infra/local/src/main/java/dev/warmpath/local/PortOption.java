package dev.warmpath.local;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --port}, which {@code up} and {@code token} share. */
final class PortOption {
    static final int DEFAULT = 8080;
    private static final int HIGHEST = 65_535;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private int number;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + DEFAULT,
            description = "Port of the API on 127.0.0.1 (default ${DEFAULT-VALUE}); up takes any free one for 0.")
    void number(int value) {
        if (value < 0 || value > HIGHEST) {
            throw new ParameterException(
                    command.commandLine(), "--port is %d, expected 0 to %d.".formatted(value, HIGHEST));
        }
        number = value;
    }

    int number() {
        return number;
    }
}
