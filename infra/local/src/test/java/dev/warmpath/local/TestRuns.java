package dev.warmpath.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Options of runs that tests start. */
final class TestRuns {
    static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /** Says nothing of what went well. */
    static final RunListeners LISTENERS =
            new RunListeners(exchange -> {}, (function, environment, line) -> {}, Throwable::printStackTrace);

    private TestRuns() {}

    /** The repository's own template, on any free port. */
    static RunOptions ofTheProject() {
        return new RunOptions(
                PROJECT,
                PROJECT.resolve("template.yaml"),
                0,
                Optional.empty(),
                Map.of(),
                2 * Runtime.getRuntime().availableProcessors(),
                Duration.ofMinutes(5),
                true);
    }
}
