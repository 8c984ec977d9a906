package dev.warmpath.local;

import dev.warmpath.local.lambda.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * The repository's own template with less time for some functions, so that they may run out of it within a test.
     *
     * @param folder where the copy is made
     */
    static RunOptions withTimeout(int seconds, Set<String> functions, Path folder) throws IOException {
        String template = template();
        String changed = Stream.of(template.split("\n\n"))
                .map(resource -> functions.contains(nameOf(resource))
                        ? resource.replaceFirst("Timeout: \\d+", "Timeout: " + seconds)
                        : resource)
                .collect(Collectors.joining("\n\n"));
        return of(Files.writeString(folder.resolve("template.yaml"), changed), 1);
    }

    /**
     * The repository's own template without SnapStart, for tests in which calls fail and environments die: making a snapshot
     * makes such calls too, and none is made of a function whose own pass fails.
     *
     * @param folder where the copy is made
     */
    static RunOptions onDemand(int maxEnvironments, Map<String, String> parameters, Path folder) throws IOException {
        String template = template().replaceFirst("SnapStart:\\s+ApplyOn: PublishedVersions", "");
        Path copy = Files.writeString(folder.resolve("template.yaml"), template);
        return of(copy, SharedCacheOption.NONE, maxEnvironments, parameters);
    }

    /** Names its artefacts by whole paths, so that a copy of it may be anywhere. */
    private static String template() throws IOException {
        return Files.readString(PROJECT.resolve("template.yaml"))
                .replaceAll("(CodeUri|ContentUri): ", "$1: " + PROJECT + "/");
    }

    private static String nameOf(String resource) {
        return resource.substring(0, Math.max(0, resource.indexOf(':'))).strip();
    }

    /** The naive twin's template, without its limits of requests a second. */
    static RunOptions ofTheBaseline(int maxEnvironments) {
        Map<String, String> unlimited = Map.of("ThrottleRate", "10000", "ThrottleBurst", "10000");
        Path template = PROJECT.resolve("services/baseline/template.yaml");
        return of(template, SharedCacheOption.NONE, maxEnvironments, unlimited);
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
                Optional.empty(),
                parameters,
                cache,
                maxEnvironments,
                Duration.ofMinutes(5),
                true);
    }

    /** The same in an emulator. */
    static RunOptions on(URI emulator, RunOptions options) {
        return new RunOptions(
                options.project(),
                options.template(),
                options.port(),
                options.data(),
                Optional.of(emulator),
                options.parameters(),
                options.cache(),
                options.maxEnvironments(),
                options.idleTime(),
                options.traceEverything());
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
