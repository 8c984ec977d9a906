package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.warmpath.local.lambda.Await;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Engines that come and go, callers that cut off, and bodies as large as they get, before an engine that echoes. */
@Timeout(60)
class EnginesTest {
    private final AtomicInteger received = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer engine;
    private Doorway doorway;

    @BeforeEach
    void start() throws IOException {
        engine = start(0);
        doorway = Doorway.before(
                URI.create("http://127.0.0.1:" + engine.getAddress().getPort()));
    }

    private HttpServer start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.incrementAndGet();
            exchange.getResponseHeaders().add("path", exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        return server;
    }

    @AfterEach
    void stop() throws IOException {
        doorway.close();
        engine.stop(0);
        threads.shutdownNow();
    }

    @Test
    void bodyOf16MebibytesPassesBothWays() throws Exception {
        byte[] body = new byte[16 * 1024 * 1024];
        new Random(1).nextBytes(body);

        HttpResponse<byte[]> echoed = post("/Writer/", body);

        assertThat(echoed.body()).isEqualTo(body);
    }

    @Test
    void functionIsTakenOffThePath() throws Exception {
        assertThat(post("/Writer/bucket/key?list=1", new byte[1]).headers().firstValue("path"))
                .contains("/bucket/key?list=1");
        assertThat(post("/Writer", new byte[1]).headers().firstValue("path")).contains("/");
    }

    @Test
    void callWithoutAFunctionOrOperationIsCountedAsUnknown() throws Exception {
        post("/", new byte[1]);

        assertThat(doorway.frontDoor.calls().of("unknown", "unknown")).isEqualTo(1);
    }

    @Test
    void deadEngineIsAServiceThatIsUnavailableAndToldOnce() throws Exception {
        engine.stop(0);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> doorway.client("Reader").listTables())
                    .isInstanceOfSatisfying(
                            DynamoDbException.class,
                            failure -> assertThat(failure.statusCode()).isEqualTo(503));
        }

        assertThat(doorway.errors)
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .hasMessage("The engine at http://127.0.0.1:"
                                + engine.getAddress().getPort() + " does not answer."));
    }

    @Test
    void engineThatComesBackIsUsedAgainAndItsNextEndToldAgain() throws Exception {
        int port = engine.getAddress().getPort();
        post("/Writer/", new byte[1]);
        engine.stop(0);
        assertThat(post("/Writer/", new byte[1]).statusCode()).isEqualTo(503);

        engine = start(port);
        assertThat(post("/Writer/", new byte[1]).statusCode()).isEqualTo(200);
        engine.stop(0);
        assertThat(post("/Writer/", new byte[1]).statusCode()).isEqualTo(503);

        assertThat(doorway.errors).hasSize(2);
    }

    @Test
    void requestThatIsCutOffNeverReachesTheEngine() throws Exception {
        try (Socket caller = connect()) {
            send(caller, "POST /Writer/ HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc");
        }

        post("/Writer/", new byte[1]);
        assertThat(received).hasValue(1);
        assertThat(doorway.frontDoor.calls().of("Writer")).isEqualTo(1);
        assertThat(doorway.errors).isEmpty();
    }

    @Test
    void callerThatIsGoneBeforeItsAnswerDisturbsNobody() throws Exception {
        try (Socket caller = connect()) {
            caller.setSoLinger(true, 0);
            send(caller, "POST /Writer/ HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc");
            Await.until("the call was counted", () -> doorway.frontDoor.calls().of("Writer") == 1);
        }

        assertThat(post("/Writer/", new byte[1]).statusCode()).isEqualTo(200);
        assertThat(doorway.errors).isEmpty();
    }

    @Test
    void whatIsNoRequestIsToldSo() throws Exception {
        try (Socket caller = connect()) {
            send(caller, "POST /Writer/ HTTP/1.1\r\nContent-Length: many\r\n\r\n");

            assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .endsWith("A length is a whole number, not many.");
        }
    }

    @Test
    void connectionEndsWhereTheCallerAsksForIt() throws Exception {
        try (Socket caller = connect()) {
            send(caller, "POST /Writer/ HTTP/1.1\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc");

            assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .endsWith("abc");
        }
    }

    @Test
    void closedDoorTakesNoCalls() throws Exception {
        doorway.frontDoor.close();

        assertThatThrownBy(() -> post("/Writer/", new byte[1])).isInstanceOf(IOException.class);
    }

    private HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
        String origin = doorway.frontDoor.endpoint(Service.DYNAMODB, "");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(origin).resolve(path))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private Socket connect() throws IOException {
        URI door = URI.create(doorway.frontDoor.endpoint(Service.DYNAMODB, ""));
        return new Socket(door.getHost(), door.getPort());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
