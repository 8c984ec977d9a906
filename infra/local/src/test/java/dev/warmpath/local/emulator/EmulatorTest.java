package dev.warmpath.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.warmpath.engine.EngineException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EmulatorTest {
    private static final String REFUSAL =
            "{\"__type\":\"com.amazon.coral.service#UnrecognizedClientException\",\"message\":\"no\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:4566",
                "http://127.0.0.1:4566/",
                "http://localhost",
                "http://[::1]:4566",
                "http://localhost.localstack.cloud:4566",
                "http://amazonaws.com.example.com:4566"
            })
    void urlOfAnEmulatorHasNoFault(String url) {
        assertThat(Emulator.fault(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://dynamodb.us-east-1.amazonaws.com",
                "http://SQS.us-east-1.AmazonAWS.com:80",
                "http://sqs.us-east-1.amazonaws.com.:80/",
                "http://dynamodb.cn-north-1.amazonaws.com.cn",
                "http://dynamodb.us-east-1.api.aws",
                "http://123456789012.ddb.us-east-1.amazonaws.com",
                "http://amazonaws.com"
            })
    void awsItselfIsRefused(String url) {
        assertThat(Emulator.fault(url)).get().asString().contains("AWS itself", "the URL of an emulator");
        assertThatThrownBy(() -> Emulator.at(URI.create(url), "us-east-1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:4566",
                "127.0.0.1:4566",
                "localhost",
                "http://",
                "http:127.0.0.1",
                "http://127.0.0.1:4566/dynamodb",
                "http://127.0.0.1:4566?a=b",
                "http://me@127.0.0.1:4566"
            })
    void otherFormsAreRefusedWithTheOneExpected(String url) {
        assertThat(Emulator.fault(url)).get().asString().contains("expected http://HOST:PORT");
    }

    @Test
    void runningEmulatorIsAnsweredAsItIs() throws IOException {
        try (Answering emulator = Answering.with(200, "application/x-amz-json-1.0", "{\"TableNames\":[]}")) {
            assertThat(emulator.at().dynamoDb()).isEqualTo(emulator.url());
        }
    }

    @Test
    void portWhereNobodyListensIsOneSentence() throws IOException {
        int port = freePort();
        Emulator emulator = Emulator.at(URI.create("http://127.0.0.1:" + port), "us-east-1");

        assertThatThrownBy(emulator::dynamoDb)
                .isInstanceOf(EngineException.class)
                .hasMessage("nothing answers at http://127.0.0.1:" + port
                        + ": start the emulator, or name the URL of a running one with --endpoint.");
        assertThatThrownBy(emulator::sqs).hasMessageStartingWith("nothing answers at ");
    }

    @Test
    void unknownHostIsOneSentence() {
        Emulator emulator = Emulator.at(URI.create("http://nowhere.invalid:4566"), "us-east-1");

        assertThatThrownBy(emulator::sqs).hasMessageStartingWith("nothing answers at http://nowhere.invalid:4566");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 404, 500})
    void otherWebServerIsOneSentence(int status) throws IOException {
        try (Answering server = Answering.with(status, "text/html", "<html>It works!</html>")) {
            for (Runnable question : new Runnable[] {server.at()::dynamoDb, server.at()::sqs}) {
                assertThatThrownBy(question::run)
                        .isInstanceOf(EngineException.class)
                        .hasMessageContaining("what answers at " + server.url() + " does not do what ")
                        .hasMessageContaining("expected an emulator of AWS with this service switched on.");
            }
        }
    }

    @Test
    void emptyAnswerIsNoneOfDynamoDbOrSqs() throws IOException {
        try (Answering server = Answering.with(200, "text/plain", "")) {
            assertThatThrownBy(server.at()::dynamoDb).hasMessageContaining("its answer is none");
            assertThatThrownBy(server.at()::sqs).hasMessageContaining("its answer is none");
        }
    }

    @Test
    void refusedCredentialsAreOneSentenceWithRegionAndKey() throws IOException {
        try (Answering emulator = Answering.with(400, "application/x-amz-json-1.0", REFUSAL)) {
            assertThatThrownBy(emulator.at()::dynamoDb)
                    .isInstanceOf(EngineException.class)
                    .hasMessage("the emulator at " + emulator.url()
                            + " refuses the access key local in region us-east-1 (UnrecognizedClientException); "
                            + "expected one that takes any credentials, and serves that region.");
        }
    }

    @Test
    void serviceThatIsSwitchedOffIsOneSentence() throws IOException {
        String off = "{\"__type\":\"InternalFailure\",\"message\":\"Service 'sqs' is not enabled.\"}";
        try (Answering emulator = Answering.with(501, "application/x-amz-json-1.0", off)) {
            assertThatThrownBy(emulator.at()::sqs)
                    .hasMessageContaining("SQS")
                    .hasMessageContaining("HTTP 501, InternalFailure");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A server that answers everything in the same way. */
    private record Answering(HttpServer server) implements AutoCloseable {
        static Answering with(int status, String type, String body) throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().add("Content-Type", type);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            });
            server.start();
            return new Answering(server);
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        Emulator at() {
            return Emulator.at(url(), "us-east-1");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
