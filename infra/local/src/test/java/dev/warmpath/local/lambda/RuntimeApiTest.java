package dev.warmpath.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RuntimeApiTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Lifecycle lifecycle = new Lifecycle(Credentials.fresh());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private RuntimeApi api;

    @BeforeEach
    void open() throws Exception {
        api = RuntimeApi.open();
        api.register("Users-1", lifecycle);
    }

    @AfterEach
    void close() throws Exception {
        api.close();
        client.close();
    }

    @Test
    void eventCarriesTheHeadersOfTheRuntimeApi() throws Exception {
        CompletableFuture<HttpResponse<String>> poll = client.sendAsync(
                request("Users-1", "/2018-06-01/runtime/invocation/next").build(),
                HttpResponse.BodyHandlers.ofString());
        State.Idle idle = (State.Idle) lifecycle.awaitNotBusy(LIMIT);

        idle.reply()
                .deliver(new Event(
                        "id-1", "arn:x", Optional.of("Root=1"), java.time.Instant.ofEpochMilli(42), "{}".getBytes()));

        HttpResponse<String> event = poll.get();
        assertThat(event.body()).isEqualTo("{}");
        assertThat(event.headers().firstValue("lambda-runtime-aws-request-id")).contains("id-1");
        assertThat(event.headers().firstValue("lambda-runtime-deadline-ms")).contains("42");
        assertThat(event.headers().firstValue("lambda-runtime-invoked-function-arn"))
                .contains("arn:x");
        assertThat(event.headers().firstValue("lambda-runtime-trace-id")).contains("Root=1");
    }

    @Test
    void errorIsAcceptedWith202() throws Exception {
        assertThat(post("/2018-06-01/runtime/init/error", "{\"errorType\":\"T\",\"errorMessage\":\"m\"}"))
                .isEqualTo(202);
        assertThat(lifecycle.state()).isEqualTo(new State.Dead(new Invocation.Result.FunctionError("T", "m")));
    }

    @Test
    void errorThatIsNoJsonIsStillAnError() throws Exception {
        assertThat(post("/2018-06-01/runtime/init/error", "oops")).isEqualTo(202);
        assertThat(lifecycle.state())
                .isInstanceOfSatisfying(
                        State.Dead.class,
                        dead -> assertThat(dead.cause().type()).isEqualTo("Runtime.Unknown"));
    }

    @Test
    void lateAnswerChangesNothing() throws Exception {
        assertThat(post("/2018-06-01/runtime/invocation/id-0/response", "{}")).isEqualTo(202);
        assertThat(lifecycle.state()).isInstanceOf(State.Busy.class);
    }

    @Test
    void unknownEnvironmentsAndPathsAreNotFound() throws Exception {
        assertThat(status(request("Users-2", "/2018-06-01/runtime/invocation/next")
                        .build()))
                .isEqualTo(404);
        assertThat(post("/2018-06-01/runtime/invocation/response", "{}")).isEqualTo(404);
        assertThat(post("/elsewhere", "{}")).isEqualTo(404);
    }

    private int post(String path, String body) throws Exception {
        return status(request("Users-1", path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private int status(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String environment, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + api.address(environment) + path))
                .timeout(LIMIT);
    }
}
