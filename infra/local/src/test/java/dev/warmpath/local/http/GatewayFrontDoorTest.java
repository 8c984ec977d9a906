package dev.warmpath.local.http;

import static dev.warmpath.local.http.TestGateway.map;
import static dev.warmpath.local.http.TestGateway.returning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.frontdoor.Fault.LostRequest;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.frontdoor.Latency.Fixed;
import dev.warmpath.local.frontdoor.Rule;
import dev.warmpath.local.frontdoor.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Control of the front door over HTTP, before no engine at all. */
class GatewayFrontDoorTest {
    private static final String PATH = "/_warmpath/front-door/";

    private FrontDoor frontDoor;
    private TestGateway test;

    @BeforeEach
    void start() throws IOException {
        frontDoor = FrontDoor.open(List.of(Service.dynamoDb(URI.create("http://127.0.0.1:1"))), _ -> {});
        test = TestGateway.start(Apis.of("GET /users"), returning("{}"), frontDoor);
    }

    @AfterEach
    void stop() throws IOException {
        test.close();
        frontDoor.close();
    }

    @Test
    void rulesArePutReadAndRemoved() throws Exception {
        HttpResponse<String> put =
                send("PUT", "rules", "{\"rules\": [{\"fault\": \"lost-request\", \"operation\": \"GetItem\"}]}");

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(frontDoor.rules().active())
                .containsExactly(Rule.of(new LostRequest()).operation("GetItem"));
        assertThat(send("GET", "rules", "").body()).isEqualTo(put.body());

        assertThat(map(send("DELETE", "rules", "").body())).isEqualTo(Map.of("rules", List.of()));
        assertThat(frontDoor.rules().active()).isEmpty();
    }

    @Test
    void latenciesArePutReadAndRemoved() throws Exception {
        HttpResponse<String> put = send("PUT", "latencies", "{\"dynamodb\": {\"fixed\": 4}}");

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(frontDoor.latencies().all()).isEqualTo(Map.of("dynamodb", new Fixed(Duration.ofMillis(4))));
        assertThat(send("GET", "latencies", "").body()).isEqualTo(put.body());

        send("DELETE", "latencies", "");
        assertThat(frontDoor.latencies().all()).isEmpty();
    }

    @Test
    void callsAreReadAndReset() throws Exception {
        frontDoor.rules().add(Rule.of(new ServerError(503)));
        call("GetUser", "GetItem");

        assertThat(map(send("GET", "calls", "").body()))
                .isEqualTo(Map.of(
                        "calls",
                        List.of(Map.of(
                                "service",
                                "dynamodb",
                                "function",
                                "GetUser",
                                "operation",
                                "GetItem",
                                "calls",
                                1,
                                "faults",
                                1,
                                "mostAtOnce",
                                1))));

        assertThat(map(send("DELETE", "calls", "").body())).isEqualTo(Map.of("calls", List.of()));
        assertThat(frontDoor.calls().all()).isEmpty();
    }

    @Test
    void badInputIsRefusedWithItsFieldAndChangesNothing() throws Exception {
        frontDoor.rules().add(Rule.of(new LostRequest()));

        HttpResponse<String> refused =
                send("PUT", "rules", "{\"rules\": [{\"fault\": \"lost-answer\", \"share\": 2}]}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(map(refused.body()))
                .containsEntry("detail", "Field rules[0].share must be a number above 0 and at most 1, not 2.");
        assertThat(frontDoor.rules().active()).hasSize(1);
        assertThat(map(send("PUT", "latencies", "{").body())).containsEntry("detail", "The body is not valid JSON.");
        assertThat(map(send("PUT", "latencies", "").body())).containsKey("detail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST rules", "PUT calls", "GET nothing", "GET rules/1"})
    void otherRoutesAreNotFound(String route) throws Exception {
        String[] words = route.split(" ");

        assertThat(send(words[0], words[1], "").statusCode()).isEqualTo(404);
        assertThat(test.functions).isEmpty();
    }

    @Test
    void webPageControlsNothing() throws Exception {
        HttpResponse<String> refused = test.send(test.request(PATH + "rules")
                .header("Origin", "http://127.0.0.1:3000")
                .PUT(BodyPublishers.ofString("{\"rules\": [{\"fault\": \"lost-request\"}]}")));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(frontDoor.rules().active()).isEmpty();
    }

    private HttpResponse<String> send(String method, String what, String body) throws Exception {
        return test.send(test.request(PATH + what).method(method, BodyPublishers.ofString(body)));
    }

    private void call(String function, String operation) throws Exception {
        String endpoint = frontDoor.endpoint(Service.DYNAMODB, function);
        test.send(HttpRequest.newBuilder(URI.create(endpoint))
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .POST(BodyPublishers.ofString("{}")));
    }
}
