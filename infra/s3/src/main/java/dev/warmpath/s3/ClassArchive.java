package dev.warmpath.s3;

import dev.warmpath.engine.EngineException;
import dev.warmpath.engine.EngineProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An archive of the classes that S3Proxy needs to start, with which it starts in half the time.
 *
 * <p>The build makes it, since the JVM takes none that was made with other jars, and would not replace it by itself.
 */
final class ClassArchive {
    private static final Duration DUMP_LIMIT = Duration.ofSeconds(60);

    private ClassArchive() {}

    private static Path in(Path libraries) {
        return libraries.toAbsolutePath().resolve("s3.jsa");
    }

    /** Without an archive that fits, the engine starts as it would without these, and says nothing. */
    static List<String> use(Path libraries) {
        return List.of("-XX:SharedArchiveFile=" + in(libraries), "-Xlog:disable");
    }

    /** Takes the folder {@code target} of the packaged module. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path libraries = Path.of(arguments[0]);
        Files.deleteIfExists(in(libraries));
        record(libraries);
        if (Files.notExists(in(libraries))) {
            throw new EngineException("S3Proxy left no archive of its classes within " + DUMP_LIMIT.toSeconds() + " s");
        }
    }

    private static void record(Path libraries) throws IOException, InterruptedException {
        List<String> recording = List.of("-XX:ArchiveClassesAtExit=" + in(libraries), "-Xlog:disable");
        EngineProcess engine = EngineProcess.start(LocalS3.command(libraries, recording, Optional.empty()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            call(http, "PUT", engine.endpoint().resolve("/any"), BodyPublishers.noBody());
            call(http, "PUT", engine.endpoint().resolve("/any/object"), BodyPublishers.ofString("any"));
            call(http, "GET", engine.endpoint().resolve("/any/object"), BodyPublishers.noBody());
            call(http, "GET", engine.endpoint().resolve("/any?list-type=2"), BodyPublishers.noBody());
        } finally {
            engine.close(DUMP_LIMIT);
        }
    }

    private static void call(HttpClient http, String method, URI uri, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).method(method, body).build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new EngineException("S3Proxy answered " + method + " " + uri + " with " + status);
        }
    }
}
