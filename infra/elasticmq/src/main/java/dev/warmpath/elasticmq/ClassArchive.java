package dev.warmpath.elasticmq;

import dev.warmpath.engine.EngineException;
import dev.warmpath.engine.EngineProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * An archive of the classes that ElasticMQ needs to start, with which it starts in half the time.
 *
 * <p>The build makes it, since the JVM takes none that was made with other jars, and would not replace it by itself.
 */
final class ClassArchive {
    private static final Duration DUMP_LIMIT = Duration.ofSeconds(60);

    private ClassArchive() {}

    private static Path in(Path libraries) {
        return libraries.toAbsolutePath().resolve("elasticmq.jsa");
    }

    /** Without an archive that fits, the engine starts as it would without these, and says nothing. */
    static List<String> use(Path libraries) {
        return List.of("-XX:SharedArchiveFile=" + in(libraries), "-Xlog:disable");
    }

    /** Takes the folder {@code target} of the packaged module; does nothing if the archive is newer than all jars there. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path libraries = Path.of(arguments[0]);
        Files.deleteIfExists(in(libraries));
        record(libraries);
        if (Files.notExists(in(libraries))) {
            throw new EngineException(
                    "ElasticMQ left no archive of its classes within " + DUMP_LIMIT.toSeconds() + " s");
        }
    }

    private static void record(Path libraries) throws IOException, InterruptedException {
        List<String> recording = List.of("-XX:ArchiveClassesAtExit=" + in(libraries), "-Xlog:disable");
        EngineProcess engine =
                EngineProcess.start(ElasticMq.command(libraries, recording, "us-east-1", "000000000000"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            call(http, engine.endpoint(), "CreateQueue", "{\"QueueName\": \"Any\"}");
            String queue = "\"QueueUrl\": \"http://localhost/000000000000/Any\"";
            call(http, engine.endpoint(), "SendMessage", "{" + queue + ", \"MessageBody\": \"any\"}");
            call(http, engine.endpoint(), "ReceiveMessage", "{" + queue + "}");
        } finally {
            engine.close(DUMP_LIMIT);
        }
    }

    private static void call(HttpClient http, URI endpoint, String operation, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + operation)
                .POST(BodyPublishers.ofString(body))
                .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new EngineException("ElasticMQ answered " + operation + " with " + status);
        }
    }
}
