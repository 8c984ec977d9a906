package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The bash launcher, as a person at a terminal uses it. */
@Timeout(120)
class LauncherIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    private Path empty;

    @Test
    void helpListsTheCommands() throws Exception {
        Ran help = run(Map.of(), "help");

        assertThat(help.exit()).isZero();
        assertThat(help.output()).contains("up ", "token ", "help ");
    }

    @Test
    void anUnknownWordGetsHelpAndExitTwo() throws Exception {
        Ran unknown = run(Map.of(), "upp");

        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.output()).contains("upp is not a command", "Usage: ./warmpath");
    }

    @Test
    void withoutAJdk25ItSaysWhichOneIsNeeded() throws Exception {
        Ran lost = run(Map.of("WARMPATH_JDK_DIR", empty.toString(), "JAVA_HOME", "", "PATH", "/usr/bin:/bin"), "token");

        assertThat(lost.exit()).isEqualTo(1);
        assertThat(lost.output())
                .contains("needs a JDK 25")
                .contains("JAVA_HOME")
                .hasLineCount(1);
    }

    private static Ran run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(
                java.util.List.of(ROOT.resolve("warmpath").toString()));
        command.addAll(java.util.List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        return new Ran(process.waitFor(), output);
    }

    private record Ran(int exit, String output) {}
}
