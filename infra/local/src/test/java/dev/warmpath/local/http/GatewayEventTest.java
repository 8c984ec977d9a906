package dev.warmpath.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayEventTest {
    private static final Instant NOW = Instant.parse("2026-03-12T19:03:58.123Z");

    private TestGateway test;

    @BeforeEach
    void start() throws IOException {
        test = TestGateway.start(
                issuer -> Apis.of("GET /users/{userId}", "POST /files/{proxy+}", "$default"),
                TestGateway.returning("{}"),
                Duration.ofSeconds(30),
                () -> NOW);
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void eventCarriesTheWholeRequest() throws Exception {
        test.get("/users/j%C3%B6rg?tag=a&tag=b%20c&q=x+y", "X-Tag", "1", "X-Tag", "2", "User-Agent", "tester");

        Map<String, Object> event = test.nextEvent();
        assertThat(event)
                .containsEntry("version", "2.0")
                .containsEntry("routeKey", "GET /users/{userId}")
                .containsEntry("rawPath", "/users/jörg")
                .containsEntry("rawQueryString", "tag=a&tag=b%20c&q=x+y")
                .containsEntry("queryStringParameters", Map.of("tag", "a,b c", "q", "x y"))
                .containsEntry("pathParameters", Map.of("userId", "jörg"))
                .containsEntry("isBase64Encoded", false)
                .doesNotContainKeys("body", "cookies", "stageVariables");
        assertThat(event.get("headers"))
                .asInstanceOf(MAP)
                .containsEntry("x-tag", "1,2")
                .containsEntry("user-agent", "tester")
                .containsEntry("host", "127.0.0.1:" + test.gateway.port())
                .containsEntry("content-length", "0")
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-port", Integer.toString(test.gateway.port()))
                .containsEntry("x-forwarded-proto", "http")
                .doesNotContainKeys("connection", "upgrade");
    }

    @Test
    void requestContextIsThatOfAnHttpApi() throws Exception {
        String id = test.get("/users/1", "User-Agent", "tester")
                .headers()
                .firstValue("apigw-requestid")
                .orElseThrow();

        assertThat(test.nextEvent().get("requestContext"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("accountId", "000000000000"),
                        Map.entry("apiId", "warmpath"),
                        Map.entry("domainName", "127.0.0.1"),
                        Map.entry("domainPrefix", "127"),
                        Map.entry(
                                "http",
                                Map.of(
                                        "method", "GET",
                                        "path", "/users/1",
                                        "protocol", "HTTP/1.1",
                                        "sourceIp", "127.0.0.1",
                                        "userAgent", "tester")),
                        Map.entry("requestId", id),
                        Map.entry("routeKey", "GET /users/{userId}"),
                        Map.entry("stage", "$default"),
                        Map.entry("time", "12/Mar/2026:19:03:58 +0000"),
                        Map.entry("timeEpoch", NOW.toEpochMilli())));
        assertThat(id).matches("[A-Za-z0-9_-]{15}=");
    }

    @Test
    void requestWithoutQueryOrParametersLeavesThemOut() throws Exception {
        test.get("/anything");

        assertThat(test.nextEvent())
                .containsEntry("routeKey", "$default")
                .containsEntry("rawQueryString", "")
                .doesNotContainKeys("queryStringParameters", "pathParameters");
    }

    @Test
    void cookiesAreAListOfTheirOwn() throws Exception {
        test.raw("GET /a HTTP/1.1\r\nHost: localhost\r\nCookie: a=1; b=x=y\r\nCookie: c=%20\r\n"
                + "Connection: close\r\n\r\n");

        Map<String, Object> event = test.nextEvent();
        assertThat(event).containsEntry("cookies", List.of("a=1", "b=x=y", "c=%20"));
        assertThat(event.get("headers")).asInstanceOf(MAP).doesNotContainKey("cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/html; charset=utf-8",
                "application/json",
                "Application/JSON;charset=UTF-8",
                "application/xml",
                "application/javascript"
            })
    void textBodiesArePassedAsText(String contentType) throws Exception {
        test.post("/files/a", contentType, "grüße \"x\"");

        assertThat(test.nextEvent()).containsEntry("body", "grüße \"x\"").containsEntry("isBase64Encoded", false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream",
                "image/png",
                "application/x-www-form-urlencoded",
                "application/merge-patch+json"
            })
    void otherBodiesArePassedInBase64(String contentType) throws Exception {
        test.post("/files/a", contentType, "hello");

        assertThat(test.nextEvent()).containsEntry("body", "aGVsbG8=").containsEntry("isBase64Encoded", true);
    }

    @Test
    void bodyWithoutATypeIsPassedInBase64() throws Exception {
        test.send(test.request("/files/a").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {0, -1})));

        assertThat(test.nextEvent()).containsEntry("body", "AP8=").containsEntry("isBase64Encoded", true);
    }

    @Test
    void chunkedBodyArrivesWithItsLength() throws Exception {
        test.raw("POST /files/a/b HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

        Map<String, Object> event = test.nextEvent();
        assertThat(event).containsEntry("body", "abcde").containsEntry("pathParameters", Map.of("proxy", "a/b"));
        assertThat(event.get("headers"))
                .asInstanceOf(MAP)
                .containsEntry("content-length", "5")
                .doesNotContainKey("transfer-encoding");
    }

    @Test
    void traceHeaderIsMadeAndGoesToTheInvokerToo() throws Exception {
        test.get("/a");

        String trace = test.traceHeaders.getFirst();
        assertThat(trace).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
        assertThat(trace.substring(7, 15)).isEqualTo(Long.toHexString(NOW.getEpochSecond()));
        assertThat(test.nextEvent().get("headers")).asInstanceOf(MAP).containsEntry("x-amzn-trace-id", trace);
    }

    @ParameterizedTest
    @CsvSource({
        "Root=1-5759e988-bd862e3fe1be46a994272793, true",
        "Self=1-5759e988-bd862e3fe1be46a994272793;Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1, true",
        "Root=nonsense, false",
        "Sampled=1, false"
    })
    void callersTraceIsKeptWhereItNamesARoot(String header, boolean kept) throws Exception {
        test.get("/a", "X-Amzn-Trace-Id", header);

        assertThat(test.traceHeaders.getFirst().equals(header)).isEqualTo(kept);
    }

    @Test
    void forwardedForNamesEveryHop() throws Exception {
        test.get("/a", "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https");

        assertThat(test.nextEvent().get("headers"))
                .asInstanceOf(MAP)
                .containsEntry("x-forwarded-for", "203.0.113.7, 127.0.0.1")
                .containsEntry("x-forwarded-proto", "http");
    }

    @Test
    void namedStageIsTheFirstSegmentOfEveryPath() throws Exception {
        test.close();
        test = TestGateway.start(Apis.ofStage("prod", "GET /users/{userId}", "GET /"), TestGateway.returning("{}"));

        assertThat(test.get("/prod/users/1").statusCode()).isEqualTo(200);
        assertThat(test.nextEvent())
                .containsEntry("rawPath", "/prod/users/1")
                .containsEntry("pathParameters", Map.of("userId", "1"))
                .extractingByKey("requestContext", MAP)
                .containsEntry("stage", "prod");
        assertThat(test.get("/prod").statusCode()).isEqualTo(200);
        assertThat(test.get("/users/1").statusCode()).isEqualTo(404);
    }
}
