package dev.warmpath.local.http;

import static dev.warmpath.local.http.TestGateway.returning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GatewayServerTest {
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private TestGateway test;

    @AfterEach
    void stop() {
        release.countDown();
        if (test != null) {
            test.close();
        }
    }

    @Test
    void takenPortIsNamed() throws Exception {
        test = TestGateway.start(Apis.of("GET /"), returning("{}"));
        int port = test.gateway.port();

        assertThatExceptionOfType(PortTakenException.class)
                .isThrownBy(() -> Gateway.bind(port, options()))
                .withMessage("Port " + port + " of 127.0.0.1 is taken by another program:"
                        + " stop that program or choose another port.")
                .satisfies(e -> assertThat(e.port()).isEqualTo(port));
    }

    @Test
    void portIsTakenFromBindingOnAndFreeAfterClosing() throws Exception {
        Gateway bound = Gateway.bind(0, options());
        assertThatExceptionOfType(PortTakenException.class).isThrownBy(() -> Gateway.bind(bound.port(), options()));
        int port = bound.port();
        bound.close();

        try (Gateway again = Gateway.bind(port, options())) {
            assertThat(again.port()).isEqualTo(port);
        }
    }

    @Test
    void commandsAreToldWhereTheEnginesAnswer() throws Exception {
        test = TestGateway.start(Apis.of("GET /"), returning("{}"));

        assertThat(test.get("/_warmpath/endpoints").body()).isEqualTo("{\"sqs\":\"http://127.0.0.1:9324\"}");
        assertThat(test.post("/_warmpath/endpoints", "application/json", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void requestBetweenBindingAndServingWaits() throws Exception {
        try (Gateway bound = Gateway.bind(0, options());
                Socket early = new Socket("127.0.0.1", bound.port())) {
            early.getOutputStream().write(bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            bound.serve(Apis.of("GET /"), returning("{}"), TestGateway.NO_CONTROLS);

            assertThat(statusLine(early)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void onlyTheLoopbackInterfaceListens() throws Exception {
        test = TestGateway.start(Apis.of("GET /"), returning("{}"));
        InetAddress other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst()
                .orElse(InetAddress.getByName("127.0.0.2"));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new Socket(other, test.gateway.port()).close());
    }

    @Test
    void closingLetsARequestUnderWayFinish() throws Exception {
        test = blocking();
        CompletableFuture<HttpResponse<String>> caller = test.sendLater(test.request("/"));
        called.await();

        CompletableFuture<Void> closing = CompletableFuture.runAsync(test.gateway::close);
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> {
            while (!closing.isDone()) {
                test.connect().close();
            }
        });
        release.countDown();

        assertThat(caller.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        closing.get(20, TimeUnit.SECONDS);
    }

    @Test
    void closingInterruptsAFunctionThatTakesTooLong() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        test = TestGateway.start(Apis.of("GET /"), (function, trace, event) -> {
            called.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return returning("{}").invoke(function, trace, event);
        });
        try (Socket caller = test.connect()) {
            caller.getOutputStream().write(bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            called.await();

            test.gateway.close();

            assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(test.nextExchange().errorType()).contains("GatewayClosing");
            assertThat(test.errors).isEmpty();
        }
    }

    @Test
    void closingTwiceIsHarmless() throws Exception {
        test = TestGateway.start(Apis.of("GET /"), returning("{}"));
        test.gateway.close();
        test.gateway.close();

        assertThat(test.errors).isEmpty();
    }

    @Test
    void callerThatLeavesEarlyBreaksNothing() throws Exception {
        test = blocking();
        try (Socket caller = test.connect()) {
            caller.getOutputStream().write(bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            called.await();
            caller.setSoLinger(true, 0);
        }
        release.countDown();

        assertThat(test.nextExchange().status()).isEqualTo(200);
        assertThat(test.get("/").statusCode()).isEqualTo(200);
        assertThat(test.errors).isEmpty();
    }

    @Test
    void callerThatLeavesInTheMiddleOfItsBodyBreaksNothing() throws Exception {
        test = TestGateway.start(Apis.of("GET /", "POST /"), returning("{}"));
        try (Socket caller = test.connect()) {
            caller.getOutputStream()
                    .write(bytes("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc"));
        }

        assertThat(test.get("/").statusCode()).isEqualTo(200);
        assertThat(test.functions).containsExactly("GET /");
        assertThat(test.errors).isEmpty();
    }

    @Test
    void connectionIsKeptForFurtherRequests() throws Exception {
        test = TestGateway.start(Apis.of("GET /", "POST /"), returning("{}"));
        try (Socket caller = test.connect()) {
            for (int i = 0; i < 3; i++) {
                caller.getOutputStream()
                        .write(bytes("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc"));
                assertThat(statusLine(caller)).isEqualTo("HTTP/1.1 200 OK");
                skipHeadersAnd(caller.getInputStream(), 2);
            }
        }
    }

    @Test
    void headerAndBodyLeaveInOneWrite() throws Exception {
        test = TestGateway.start(Apis.of("GET /"), returning("{\"statusCode\": 200, \"body\": \"whole\"}"));
        try (Socket caller = test.connect()) {
            caller.getOutputStream().write(bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            byte[] segment = new byte[4096];
            int read = caller.getInputStream().read(segment);

            assertThat(new String(segment, 0, read, StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK")
                    .endsWith("whole");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "nonsense\r\n\r\n"
            })
    void malformedRequestIsABadRequest(String request) throws Exception {
        test = TestGateway.start(Apis.of("$default"), returning("{}"));

        assertThat(test.raw(request)).startsWith("HTTP/1.1 400").endsWith("{\"message\":\"Bad Request\"}");
        assertThat(test.functions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//users", "/a/../users", "/a/%2e%2e/users", "/a%2Fb", "/a;b=c", "/a%25", "/?a=%zz&b=["})
    void unusualPathsReachTheFunction(String path) throws Exception {
        test = TestGateway.start(Apis.of("$default"), returning("{}"));

        assertThat(test.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void headersOverTheQuotaAreRefused() throws Exception {
        test = TestGateway.start(Apis.of("$default"), returning("{}"));

        assertThat(test.get("/", "X-Long", "a".repeat(9_000)).statusCode()).isEqualTo(200);
        assertThat(test.get("/", "X-Long", "a".repeat(10_240)).statusCode()).isEqualTo(431);
    }

    @Test
    void failingListenerDoesNotReachTheCaller() throws Exception {
        CompletableFuture<Throwable> reported = new CompletableFuture<>();
        GatewayOptions options = GatewayOptions.of(
                exchange -> {
                    throw new IllegalStateException("log is full");
                },
                reported::complete);
        try (Gateway gateway =
                        Gateway.bind(0, options).serve(Apis.of("GET /"), returning("{}"), TestGateway.NO_CONTROLS);
                Socket caller = new Socket("127.0.0.1", gateway.port())) {
            caller.getOutputStream().write(bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));

            assertThat(statusLine(caller)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(reported.get(20, TimeUnit.SECONDS)).hasMessage("log is full");
        }
    }

    private TestGateway blocking() throws IOException {
        return TestGateway.start(Apis.of("GET /"), (function, trace, event) -> {
            called.countDown();
            release.await();
            return returning("{}").invoke(function, trace, event);
        });
    }

    private static GatewayOptions options() {
        return new GatewayOptions(Duration.ofSeconds(30), InstantSource.system(), exchange -> {}, error -> {
            throw new AssertionError(error);
        });
    }

    private static String statusLine(Socket socket) throws IOException {
        return line(socket.getInputStream());
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static void skipHeadersAnd(InputStream in, int bodyLength) throws IOException {
        while (!line(in).isEmpty()) {
            // Every header line is read over.
        }
        in.readNBytes(bodyLength);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
