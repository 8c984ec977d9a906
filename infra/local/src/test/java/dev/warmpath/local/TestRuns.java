package dev.warmpath.local;

import dev.warmpath.local.lambda.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Options of runs that tests start. */
final class TestRuns {
    static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    private TestRuns() {}

    /** The repository's own template. */
    static RunOptions ofTheProject() {
        return of(PROJECT.resolve("template.yaml"), Settings.defaultEnvironments());
    }

    /** Any template, on any free port, each request traced. */
    static RunOptions of(Path template, int maxEnvironments) {
        return new RunOptions(
                PROJECT, template, 0, Optional.empty(), Map.of(), maxEnvironments, Duration.ofMinutes(5), true);
    }

    /** Keeps what functions write, and shows what fails inside the local run. */
    static RunListeners listening(Collection<String> functionLogs) {
        return new RunListeners(
                exchange -> {},
                delivery -> {},
                (function, environment, line) -> functionLogs.add(line),
                Throwable::printStackTrace);
    }
}
