package dev.warmpath.local.http;

import static dev.warmpath.local.http.TestGateway.ending;
import static dev.warmpath.local.http.TestGateway.map;
import static dev.warmpath.local.http.TestGateway.returning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.Invoker;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayInvokeTest {
    private static final String JSON = "application/json";

    private TestGateway test;

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void bodyIsTheEventAndThePayloadTheAnswer() throws Exception {
        start(returning("{\"done\":1}"));

        HttpResponse<String> answer = test.post("/_warmpath/invoke/Plain", JSON, "{\"a\":1}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"done\":1}");
        assertThat(answer.headers().firstValue("x-amz-function-error")).isEmpty();
        assertThat(test.functions).containsExactly("Plain");
        assertThat(test.nextEvent()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void callerWithoutAnEventGetsTheFunctionsOwn() throws Exception {
        start(returning("null"));

        test.post("/_warmpath/invoke/Scheduled", JSON, "");
        assertThat(test.nextEvent()).isEqualTo(Map.of("detail-type", "Scheduled Event"));
        test.post("/_warmpath/invoke/Plain", JSON, "");
        assertThat(test.nextEvent()).isEmpty();
    }

    @Test
    void failedFunctionIsToldByAHeader() throws Exception {
        start(ending(new Result.FunctionError("java.lang.IllegalStateException", "no stock")));

        HttpResponse<String> answer = test.post("/_warmpath/invoke/Plain", JSON, "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("x-amz-function-error")).contains("Unhandled");
        assertThat(map(answer.body()))
                .isEqualTo(Map.of("errorType", "java.lang.IllegalStateException", "errorMessage", "no stock"));
    }

    @Test
    void throttledFunctionIs429() throws Exception {
        start(ending(new Result.Throttled()));

        assertProblem(429, "The function's reserved concurrency is used up", "Plain", "{}");
    }

    @Test
    void unknownFunctionGetsTheNames() throws Exception {
        start(returning("{}"));

        assertProblem(404, "There is no function Nobody; there are Plain, Scheduled.", "Nobody", "{}");
    }

    @Test
    void eventThatIsNoJsonIsRefused() throws Exception {
        start(returning("{}"));

        assertProblem(400, "The event is not valid JSON.", "Plain", "{");
        assertThat(test.functions).isEmpty();
    }

    @Test
    void eventOfMoreThanSixMegabytesIsRefused() throws Exception {
        start(returning("{}"));

        assertProblem(413, "An event has at most 6 MB.", "Plain", "\"" + "x".repeat(6 * 1024 * 1024) + "\"");
    }

    @Test
    void webPageInvokesNothing() throws Exception {
        start(returning("{}"));

        HttpResponse<String> answer = test.send(test.request("/_warmpath/invoke/Plain")
                .headers("Origin", "http://127.0.0.1:3000", "Content-Type", JSON)
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(test.functions).isEmpty();
    }

    @Test
    void nameThatWasReboundToThisMachineInvokesNothing() throws Exception {
        start(returning("{}"));

        assertThat(test.raw("POST /_warmpath/invoke/Plain HTTP/1.1\r\nHost: evil.example\r\nContent-Type: " + JSON
                        + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"))
                .startsWith("HTTP/1.1 403");
        assertThat(test.functions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void typesThatAPageMaySendWithoutAskingAreRefused(String type) throws Exception {
        start(returning("{}"));

        assertThat(test.post("/_warmpath/invoke/Plain", type, "{}").statusCode())
                .isEqualTo(415);
        assertThat(test.functions).isEmpty();
    }

    @Test
    void preflightOfAPageIsNotAllowed() throws Exception {
        start(returning("{}"));

        HttpResponse<String> answer = test.send(test.request("/_warmpath/invoke/Plain")
                .headers("Origin", "http://127.0.0.1:3000", "Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void readingIsNotInvoking() throws Exception {
        start(returning("{}"));

        assertThat(test.get("/_warmpath/invoke/Plain").statusCode()).isEqualTo(405);
        assertThat(test.functions).isEmpty();
    }

    private void start(Invoker invoker) throws IOException {
        test = TestGateway.start(Apis.of("$default"), invoker);
    }

    private void assertProblem(int status, String detail, String function, String event) throws Exception {
        HttpResponse<String> answer = test.post("/_warmpath/invoke/" + function, JSON, event);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat((String) map(answer.body()).get("detail")).startsWith(detail);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    }
}
