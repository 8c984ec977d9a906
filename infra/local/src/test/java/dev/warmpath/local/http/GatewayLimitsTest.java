package dev.warmpath.local.http;

import static dev.warmpath.local.http.TestGateway.returning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.HttpApi;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayLimitsTest {
    private TestGateway test;

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void bodyOverTenMegabytesIsTooLarge() throws Exception {
        test = TestGateway.start(Apis.of("$default"), returning("{}"));

        HttpResponse<String> response = test.send(test.request("/").POST(bytes(RequestBody.LIMIT + 1)));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
        assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
        assertThat(test.functions).isEmpty();
    }

    @Test
    void chunkedBodyOverTenMegabytesIsTooLarge() throws Exception {
        test = TestGateway.start(Apis.of("$default"), returning("{}"));

        HttpResponse<String> response = test.send(test.request("/")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[RequestBody.LIMIT + 1]))));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(test.functions).isEmpty();
    }

    @Test
    void announcedBodyThatIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
        test = TestGateway.start(Apis.of("$default"), returning("{}"));
        try (Socket socket = test.connect()) {
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                                    + "Content-Length: 99999999\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();

            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void eventOverSixMegabytesIsRejectedByLambda() throws Exception {
        test = TestGateway.start(Apis.of("$default"), returning("{}"));

        HttpResponse<String> response = test.send(test.request("/").POST(bytes(5 * 1024 * 1024)));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(test.nextExchange().errorType()).contains("RequestTooLargeException");
        assertThat(test.functions).isEmpty();
    }

    @Test
    void bodyOfFourMegabytesPasses() throws Exception {
        test = TestGateway.start(Apis.of("$default"), returning("{}"));

        assertThat(test.send(test.request("/").POST(bytes(4 * 1024 * 1024))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void responseOverSixMegabytesIsAFunctionError() throws Exception {
        byte[] payload = new byte[Integration.RESPONSE_LIMIT + 1];
        Arrays.fill(payload, (byte) '1');
        test = TestGateway.start(Apis.of("$default"), returning(payload));

        assertThat(test.get("/").statusCode()).isEqualTo(500);
        assertThat(test.nextExchange().errorType()).contains("Function.ResponseSizeTooLarge");
    }

    @Test
    void functionThatIsSlowerThanTheIntegrationLimitRunsOnWithoutItsCaller() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        test = TestGateway.start(
                issuer -> Apis.of("GET /slow", "GET /fast"),
                (function, trace, event) -> {
                    if (function.equals("GET /slow")) {
                        answered.await();
                        ended.countDown();
                    }
                    return returning("{}").invoke(function, trace, event);
                },
                Duration.ofSeconds(2),
                InstantSource.system());

        HttpResponse<String> response = test.get("/slow");
        answered.countDown();

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        Exchange exchange = test.nextExchange();
        assertThat(exchange.errorType()).contains("IntegrationTimeout");
        assertThat(exchange.report()).isEmpty();
        assertThat(test.get("/fast").statusCode()).isEqualTo(200);
    }

    @Test
    void requestsOverTheRoutesLimitAreTooMany() throws Exception {
        HttpApi.Throttle two = new HttpApi.Throttle(0.000001, 2);
        HttpApi.Throttle one = new HttpApi.Throttle(0.000001, 1);
        test = TestGateway.start(
                Apis.throttled(Optional.of(two), Map.of("GET /own", one), "GET /own", "GET /a", "GET /b"),
                returning("{}"));

        assertThat(statuses("/own", 2)).containsExactly(200, 429);
        assertThat(statuses("/a", 3)).containsExactly(200, 200, 429);
        assertThat(statuses("/b", 3)).containsExactly(200, 200, 429);
        assertThat(test.get("/a").body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
    }

    private Integer[] statuses(String path, int requests) throws Exception {
        Integer[] statuses = new Integer[requests];
        for (int i = 0; i < requests; i++) {
            statuses[i] = test.get(path).statusCode();
        }
        return statuses;
    }

    private static HttpRequest.BodyPublisher bytes(int length) {
        return HttpRequest.BodyPublishers.ofByteArray(new byte[length]);
    }
}
