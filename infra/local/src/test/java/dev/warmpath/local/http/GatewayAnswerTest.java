package dev.warmpath.local.http;

import static dev.warmpath.local.http.TestGateway.ending;
import static dev.warmpath.local.http.TestGateway.returning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invoker;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayAnswerTest {
    private static final String INTERNAL_ERROR = "{\"message\":\"Internal Server Error\"}";

    private TestGateway test;

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void functionsAnswerReachesTheCaller() throws Exception {
        start(returning("""
                {"statusCode": 201, "headers": {"Location": "/users/1", "Content-Type": "application/json"},
                 "cookies": ["a=1", "b=2"], "body": "{\\"ok\\":true}"}
                """));

        HttpResponse<String> response = test.get("/users/1");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("{\"ok\":true}");
        assertThat(response.headers().firstValue("location")).contains("/users/1");
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.headers().firstValue("content-length")).contains("11");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
        assertThat(response.headers().firstValue("server")).isEmpty();
    }

    @Test
    void binaryBodyIsDecoded() throws Exception {
        start(returning("{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"AP+A\"}"));

        assertThat(test.sendForBytes(test.request("/users/1")).body())
                .isEqualTo(new byte[] {0, (byte) 0xFF, (byte) 0x80});
    }

    @Test
    void headHasTheLengthAndNoBody() throws Exception {
        test = TestGateway.start(
                Apis.of("HEAD /users/{userId}"), returning("{\"statusCode\": 200, \"body\": \"12345\"}"));

        HttpResponse<String> response =
                test.send(test.request("/users/1").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("content-length")).contains("5");
    }

    @Test
    void notModifiedHasNoBody() throws Exception {
        start(returning("{\"statusCode\": 304, \"headers\": {\"ETag\": \"\\\"1\\\"\"}}"));

        assertThat(test.get("/users/1").statusCode()).isEqualTo(304);
        assertThat(test.get("/users/1").headers().firstValue("etag")).contains("\"1\"");
    }

    @Test
    void unmatchedRouteIsNotFound() throws Exception {
        start(returning("{}"));

        HttpResponse<String> response = test.get("/nothing?token=secret");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(test.functions).isEmpty();
        Exchange exchange = test.nextExchange();
        assertThat(exchange.path()).isEqualTo("/nothing");
        assertThat(exchange.routeKey()).isEmpty();
        assertThat(exchange.function()).isEmpty();
        assertThat(exchange.errorType()).contains("RouteNotFound");
    }

    @Test
    void functionErrorIsAnInternalError() throws Exception {
        assertInternalError(
                ending(new Invocation.Result.FunctionError("java.lang.IllegalStateException", "secret")),
                "java.lang.IllegalStateException");
    }

    @Test
    void throttledFunctionIsAnInternalError() throws Exception {
        assertInternalError(ending(new Invocation.Result.Throttled()), "TooManyRequestsException");
    }

    @Test
    void malformedResponseIsAnInternalError() throws Exception {
        assertInternalError(returning("{\"statusCode\": \"ok\"}"), "MalformedProxyResponse");
    }

    @Test
    void failingInvokerIsAnInternalErrorAndReported() throws Exception {
        assertInternalError(
                (function, trace, event) -> {
                    throw new IllegalStateException("broken");
                },
                "IllegalStateException");
        assertThat(test.errors).singleElement().satisfies(e -> assertThat(e).hasRootCauseMessage("broken"));
    }

    private void assertInternalError(Invoker invoker, String errorType) throws Exception {
        start(invoker);

        HttpResponse<String> response = test.get("/users/1");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo(INTERNAL_ERROR);
        Exchange exchange = test.nextExchange();
        assertThat(exchange.errorType()).contains(errorType);
        assertThat(exchange.function()).contains("GET /users/{userId}");
    }

    @Test
    void exchangeTellsWhatTheLogLineNeeds() throws Exception {
        start(returning("{\"statusCode\": 200}"));

        test.get("/users/1?q=secret");

        Exchange exchange = test.nextExchange();
        assertThat(exchange.duration()).isPositive();
        assertThat(exchange)
                .isEqualTo(new Exchange(
                        "GET",
                        "/users/1",
                        Optional.of("GET /users/{userId}"),
                        200,
                        Optional.of("GET /users/{userId}"),
                        Optional.of(TestGateway.REPORT),
                        exchange.duration(),
                        Optional.empty()));
    }

    @Test
    void manyCallersAreServedAtOnce() throws Exception {
        CyclicBarrier all = new CyclicBarrier(20);
        start((function, trace, event) -> {
            meet(all);
            return returning("{\"statusCode\": 200}").invoke(function, trace, event);
        });

        List<CompletableFuture<Integer>> calls =
                IntStream.range(0, 20).mapToObj(this::callInBackground).toList();

        for (CompletableFuture<Integer> call : calls) {
            assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(200);
        }
    }

    private CompletableFuture<Integer> callInBackground(int userId) {
        return test.sendLater(test.request("/users/" + userId)).thenApply(HttpResponse::statusCode);
    }

    private static void meet(CyclicBarrier all) throws InterruptedException {
        try {
            all.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(Invoker invoker) throws IOException {
        test = TestGateway.start(Apis.of("GET /users/{userId}"), invoker);
    }
}
