package dev.warmpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.DeadlineException;
import dev.warmpath.json.Fault;
import dev.warmpath.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHandlerTest {
    @Test
    void aResponseIsWrittenInTheFormOfPayload2() throws IOException {
        String response = Events.handle(
                request -> Response.json(200, Map.of("name", "Zoë \"Z\"")).with("etag", "\"1\""),
                Events.event("get.json"));

        assertThat(response)
                .isEqualTo(
                        "{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\",\"etag\":\"\\\"1\\\"\","
                                + "\"x-request-id\":\"" + TestContext.REQUEST_ID + "\"},"
                                + "\"body\":\"{\\\"name\\\":\\\"Zoë \\\\\\\"Z\\\\\\\"\\\"}\",\"isBase64Encoded\":false}");
    }

    @Test
    void aResponseWithoutBodyHasNoContentType() throws IOException {
        String response = Events.handle(request -> Response.empty(304), Events.event("get.json"));

        assertThat(response).contains("\"statusCode\":304", "\"body\":\"\"").doesNotContain("content-type");
    }

    @Test
    void aProblemIsAnsweredAsRfc9457ShapesIt() throws IOException {
        Problem problem = Problem.faultyBody(List.of(new Fault("/email", "is missing")));

        Map<String, Object> response = answerTo(failing(new ProblemException(problem)), Events.event("get.json"));

        assertThat(response).containsEntry("statusCode", 400);
        assertThat(Json.fields(response.get("headers")))
                .containsEntry("content-type", "application/problem+json")
                .containsEntry("x-request-id", TestContext.REQUEST_ID);
        assertThat(response.get("body"))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                        + "\"detail\":\"The body has a fault: see errors.\",\"instance\":\"urn:uuid:"
                        + TestContext.REQUEST_ID
                        + "\",\"errors\":[{\"pointer\":\"/email\",\"detail\":\"is missing\"}]}");
    }

    @Test
    void aProblemMayHaveHeaders() throws IOException {
        Problem problem = Problem.preconditionFailed("Changed.").with("etag", "\"1f\"");

        Map<String, Object> response = answerTo(failing(new ProblemException(problem)), Events.event("get.json"));

        assertThat(Json.fields(response.get("headers")))
                .containsEntry("etag", "\"1f\"")
                .containsEntry("content-type", "application/problem+json");
    }

    @Test
    void lackOfTimeIsAnswered503WithoutTheExceptionsText() throws IOException {
        Map<String, Object> response =
                answerTo(failing(new DeadlineException("12 keys are unread")), Events.event("get.json"));

        assertThat(response).containsEntry("statusCode", 503);
        assertThat(response.get("body"))
                .asString()
                .contains("There was not enough time to answer; the request may be repeated.")
                .doesNotContain("12 keys");
    }

    @Test
    void aProblemWithoutFaultsHasNoErrors() throws IOException {
        Map<String, Object> response =
                answerTo(failing(new ProblemException(Problem.notFound("None."))), Events.event("get.json"));

        assertThat(response.get("body")).asString().contains("\"status\":404").doesNotContain("errors");
    }

    @Test
    void anUnexpectedExceptionAnswers500WithoutItsText() throws IOException {
        Map<String, Object> response =
                answerTo(failing(new IllegalStateException("secret table name")), Events.event("get.json"));

        assertThat(response).containsEntry("statusCode", 500);
        assertThat(response.toString()).doesNotContain("secret", "IllegalState");
        assertThat(response.get("body"))
                .asString()
                .contains("\"title\":\"Internal Server Error\"", "urn:uuid:" + TestContext.REQUEST_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"version\":\"1.0\"}"})
    void anEventThatIsNoneAnswers500(String event) throws IOException {
        assertThat(answerTo(request -> Response.empty(204), Events.text(event))).containsEntry("statusCode", 500);
    }

    @Test
    void anErrorOfTheJvmIsLeftToLambda() {
        HttpFunction exhausted = request -> {
            throw new OutOfMemoryError();
        };

        assertThatThrownBy(() -> Events.handle(exhausted, Events.event("get.json")))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private static HttpFunction failing(RuntimeException failure) {
        return request -> {
            throw failure;
        };
    }

    private static Map<String, Object> answerTo(HttpFunction function, InputStream event) throws IOException {
        return Json.read(Events.text(Events.handle(function, event)));
    }
}
