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

    /** The repository's own template with a shared cache. */
    static RunOptions ofTheProject(SharedCacheOption cache) {
        return ofTheProject(cache, Settings.defaultEnvironments(), Map.of());
    }

    /** The repository's own template with some of its parameters, and few environments, so that the machine stays calm. */
    static RunOptions ofTheProject(SharedCacheOption cache, int maxEnvironments, Map<String, String> parameters) {
        return of(PROJECT.resolve("template.yaml"), cache, maxEnvironments, parameters);
    }

    /** Any template, on any free port, each request traced. */
    static RunOptions of(Path template, int maxEnvironments) {
        return of(template, SharedCacheOption.NONE, maxEnvironments, Map.of());
    }

    private static RunOptions of(
            Path template, SharedCacheOption cache, int maxEnvironments, Map<String, String> parameters) {
        return new RunOptions(
                PROJECT,
                template,
                0,
                Optional.empty(),
                parameters,
                cache,
                maxEnvironments,
                Duration.ofMinutes(5),
                true);
    }

    /** Keeps what functions write, and shows what fails inside the local run. */
    static RunListeners listening(Collection<String> functionLogs) {
        return new RunListeners(
                exchange -> {}, (function, environment, line) -> functionLogs.add(line), Throwable::printStackTrace);
    }
}
