package dev.warmpath.elasticmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.engine.EngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
@Timeout(60)
class ElasticMqIT {
    private static final Path LIBRARIES = Path.of("target");

    @TempDir
    private Path folder;

    @Test
    void queuesHaveTheArnOfTheirRegionAndAccount() throws Exception {
        try (ElasticMq engine = start()) {
            call(engine, "CreateQueue", "{\"QueueName\": \"Orders\"}");

            assertThat(
                            call(
                                    engine,
                                    "GetQueueAttributes",
                                    "{\"QueueUrl\": \"http://anywhere/000000000000/Orders\", \"AttributeNames\": [\"QueueArn\"]}"))
                    .contains("arn:aws:sqs:eu-west-1:123456789012:Orders");
        }
    }

    @Test
    void answersOnLoopbackOnly() throws Exception {
        try (ElasticMq engine = start()) {
            List<InetSocketAddress> elsewhere = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(address ->
                            new InetSocketAddress(address, engine.endpoint().getPort()))
                    .toList();

            assertThat(engine.endpoint().getHost()).isEqualTo("127.0.0.1");
            assertThat(elsewhere).noneMatch(ElasticMqIT::accepts);
        }
    }

    @Test
    void closeEndsTheChild() throws Exception {
        ElasticMq engine = start();
        ProcessHandle child = ProcessHandle.of(engine.pid()).orElseThrow();

        engine.close();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void childEndsWhenItsParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        StartAndPrintPid.class.getName(),
                        LIBRARIES.toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = parent.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();

            parent.destroyForcibly();

            assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20));
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void unbuiltEngineFailsWithOneSentence() {
        assertThatThrownBy(() -> ElasticMq.start(folder, "us-east-1", "000000000000"))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "ElasticMQ is not built: " + folder + " should hold elasticmq.jar and lib; run ./mvnw package");
    }

    private static ElasticMq start() throws InterruptedException {
        return ElasticMq.start(LIBRARIES, "eu-west-1", "123456789012");
    }

    private static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) TimeUnit.SECONDS.toMillis(1));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static String call(ElasticMq engine, String operation, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(engine.endpoint() + "/"))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + operation)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        }
    }
}
