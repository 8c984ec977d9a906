package dev.warmpath.local.http;

import static dev.warmpath.local.http.TestGateway.returning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.HttpApi;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayCorsTest {
    private static final String OWN_HEADERS = """
            {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": "https://of.the.function",
             "access-control-max-age": "1", "x-own": "kept"}}
            """;

    private TestGateway test;

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void preflightIsAnsweredByTheGateway() throws Exception {
        start(settings("https://app.example"));

        HttpResponse<String> response = preflight("https://app.example");

        assertThat(response.statusCode()).isEqualTo(204);
        HttpHeaders headers = response.headers();
        assertThat(headers.firstValue("access-control-allow-origin")).contains("https://app.example");
        assertThat(headers.firstValue("access-control-allow-methods")).contains("GET,POST");
        assertThat(headers.firstValue("access-control-allow-headers")).contains("authorization,content-type");
        assertThat(headers.firstValue("access-control-max-age")).contains("600");
        assertThat(headers.firstValue("access-control-allow-credentials")).contains("true");
        assertThat(test.functions).isEmpty();
    }

    @Test
    void preflightOfAForeignOriginAllowsNothing() throws Exception {
        start(settings("https://app.example"));

        HttpResponse<String> response = preflight("https://evil.example");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void answerHasTheApisHeadersAndNotTheFunctions() throws Exception {
        start(settings("https://app.example"));

        HttpHeaders headers =
                test.get("/users", "Origin", "https://app.example").headers();

        assertThat(headers.allValues("access-control-allow-origin")).containsExactly("https://app.example");
        assertThat(headers.firstValue("access-control-expose-headers")).contains("etag,location");
        assertThat(headers.firstValue("access-control-max-age")).isEmpty();
        assertThat(headers.firstValue("x-own")).contains("kept");
    }

    @Test
    void requestWithoutOriginGetsNoHeaders() throws Exception {
        start(settings("*"));

        assertThat(test.get("/users").headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void refusedRequestCanBeReadByThePage() throws Exception {
        start(settings("https://app.example"));

        HttpResponse<String> response = test.get("/nothing", "Origin", "https://app.example");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("access-control-allow-origin")).contains("https://app.example");
    }

    @ParameterizedTest
    @CsvSource({
        "*, http://a.example, *",
        "https://*, https://a.example, https://a.example",
        "https://*, http://a.example, none",
        "https://a.example, https://a.example.evil, none",
        "https://a.example, https://A.example, none"
    })
    void originIsMatchedAsConfigured(String allowed, String origin, String expected) throws Exception {
        start(settings(allowed));

        assertThat(test.get("/users", "Origin", origin)
                        .headers()
                        .firstValue("access-control-allow-origin")
                        .orElse("none"))
                .isEqualTo(expected);
    }

    @Test
    void withoutConfigurationTheFunctionsHeadersStandAndPreflightIsARequest() throws Exception {
        test = TestGateway.start(Apis.of("GET /users"), returning(OWN_HEADERS));

        assertThat(test.get("/users", "Origin", "https://app.example")
                        .headers()
                        .firstValue("access-control-allow-origin"))
                .contains("https://of.the.function");
        assertThat(preflight("https://app.example").statusCode()).isEqualTo(404);
    }

    private void start(HttpApi.Cors cors) throws IOException {
        test = TestGateway.start(Apis.withCors(cors, "GET /users"), returning(OWN_HEADERS));
    }

    private static HttpApi.Cors settings(String origin) {
        return new HttpApi.Cors(
                List.of(origin),
                List.of("GET", "POST"),
                List.of("authorization", "content-type"),
                List.of("etag", "location"),
                Optional.of(Duration.ofMinutes(10)),
                true);
    }

    private HttpResponse<String> preflight(String origin) throws IOException, InterruptedException {
        return test.send(test.request("/users")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .headers("Origin", origin, "Access-Control-Request-Method", "GET"));
    }
}
