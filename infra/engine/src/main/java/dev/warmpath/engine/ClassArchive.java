package dev.warmpath.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * An archive of the classes that an engine needs, with which it starts in half the time.
 *
 * <p>The build makes it, since the JVM takes none that was made with other jars, and would not replace it by itself.
 */
public final class ClassArchive {
    private static final Duration DUMP_LIMIT = Duration.ofSeconds(60);

    private final Path file;

    private ClassArchive(Path file) {
        this.file = file;
    }

    /** @param target folder {@code target} of the engine's module */
    public static ClassArchive in(Path target) {
        return new ClassArchive(target.toAbsolutePath().resolve("classes.jsa"));
    }

    /** The JVM's options. Without an archive that fits, the engine starts as it would without these, and says nothing. */
    public List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + file, "-Xlog:disable");
    }

    /**
     * Makes the archive, of what the engine loads until it has done what is asked of it.
     *
     * @param command the engine, with options of the JVM that it is to get besides its own
     * @throws EngineException if none is left behind
     */
    public void record(Function<List<String>, EngineCommand> command, Exercise exercise)
            throws IOException, InterruptedException {
        Files.deleteIfExists(file);
        EngineCommand recording = command.apply(List.of("-XX:ArchiveClassesAtExit=" + file, "-Xlog:disable"));
        EngineProcess engine = EngineProcess.start(recording);
        try (HttpClient http = HttpClient.newHttpClient()) {
            exercise.of(new Caller(http, engine.endpoint()));
        } finally {
            engine.close(DUMP_LIMIT);
        }
        if (Files.notExists(file)) {
            throw new EngineException(
                    recording.name() + " left no archive of its classes within " + DUMP_LIMIT.toSeconds() + " s");
        }
    }

    /** What is asked of an engine, so that it loads what it needs. */
    @FunctionalInterface
    public interface Exercise {
        void of(Caller engine) throws IOException, InterruptedException;
    }

    /** Calls an engine. */
    public record Caller(HttpClient http, URI endpoint) {
        /**
         * Sends a request.
         *
         * @param path after the engine's address
         * @throws EngineException if the answer is no success
         */
        public void send(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
            URI uri = endpoint.resolve(path);
            int status = http.send(request.uri(uri).build(), BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new EngineException("The engine answered " + uri + " with " + status);
            }
        }
    }
}
