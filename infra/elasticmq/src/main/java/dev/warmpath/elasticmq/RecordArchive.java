package dev.warmpath.elasticmq;

import dev.warmpath.engine.ClassArchive;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/** Makes the archive of classes of the packaged engine: a step of the build. */
final class RecordArchive {
    private static final String QUEUE = "\"QueueUrl\": \"http://localhost/000000000000/Any\"";

    private RecordArchive() {}

    /** Takes the folder {@code target} of the module. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[0]);
        ClassArchive.in(target)
                .record(
                        options -> ElasticMq.command(target, options, "us-east-1", "000000000000"),
                        RecordArchive::sendAndReceive);
    }

    private static void sendAndReceive(ClassArchive.Caller engine) throws IOException, InterruptedException {
        engine.send("/", call("CreateQueue", "{\"QueueName\": \"Any\"}"));
        engine.send("/", call("SendMessage", "{" + QUEUE + ", \"MessageBody\": \"any\"}"));
        engine.send("/", call("ReceiveMessage", "{" + QUEUE + "}"));
    }

    private static HttpRequest.Builder call(String operation, String body) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + operation)
                .POST(BodyPublishers.ofString(body));
    }
}
