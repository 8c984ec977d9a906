package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** Options of {@code up} that exclude each other. */
class UpTest {
    private final StringWriter err = new StringWriter();

    @Test
    void baselineHasATemplateOfItsOwn() {
        assertThat(up("--baseline", "--template", "other.yaml")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .startsWith("--baseline runs a template of its own, and --template names another one:"
                        + " leave one of the two out.");
    }

    @Test
    void baselineSharesNoCache() {
        assertThat(up("--cache", "valkey", "--baseline")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .startsWith("--baseline has no caches, so there is none to share: leave --cache out.");
    }

    private int up(String... options) {
        CommandLine command = Main.commandLine().setErr(new PrintWriter(err, true));
        String[] arguments = new String[options.length + 1];
        arguments[0] = "up";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return command.execute(arguments);
    }
}
