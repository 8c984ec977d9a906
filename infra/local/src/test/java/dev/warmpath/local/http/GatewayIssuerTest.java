package dev.warmpath.local.http;

import static dev.warmpath.local.http.TestGateway.map;
import static dev.warmpath.local.http.TestGateway.returning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayIssuerTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.500Z");

    private TestGateway test;

    @BeforeEach
    void start() throws IOException {
        test = TestGateway.start(
                issuer -> Apis.secured(
                        Apis.authorizer(issuer, "warmpath-local"), Apis.scopes("users:read"), "GET /users", "$default"),
                returning("{}"),
                Duration.ofSeconds(30),
                () -> NOW);
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void tokenOfTheLocalIssuerIsAcceptedByItsGateway() throws Exception {
        String token = test.token("sub=alice&scope=users%3Aread+users:write");

        assertThat(test.get("/users", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(test.get("/users", "Authorization", "Bearer " + test.token("sub=alice"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void tokenLooksLikeAnAccessToken() throws Exception {
        HttpResponse<String> response =
                test.post("/_warmpath/token", JSON, "{\"sub\": \"alice\", \"scope\": \"a b\", \"expiresIn\": 60}");

        Map<String, Object> answer = map(response.body());
        assertThat(answer)
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", 60)
                .containsEntry("scope", "a b");
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        int now = (int) NOW.getEpochSecond();
        assertThat(claims((String) answer.get("access_token")))
                .containsEntry("sub", "alice")
                .containsEntry("iss", test.gateway.uri() + "/_warmpath/issuer")
                .containsEntry("aud", "warmpath-local")
                .containsEntry("client_id", "warmpath-local")
                .containsEntry("scope", "a b")
                .containsEntry("token_use", "access")
                .containsEntry("iat", now)
                .containsEntry("nbf", now)
                .containsEntry("exp", now + 60)
                .containsKey("jti");
    }

    @Test
    void tokenLivesForAnHourUnlessToldOtherwise() throws Exception {
        HttpResponse<String> response = test.post("/_warmpath/token", FORM, "sub=alice");

        assertThat(map(response.body())).containsEntry("expires_in", 3600).containsEntry("scope", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scope=a | Field sub must be",
                "sub=%20 | Field sub must be",
                "sub=a&scope=%22 | Field scope must be",
                "sub=a&scope=a++b | Field scope must be",
                "sub=a&expiresIn=0 | Field expiresIn must be",
                "sub=a&expiresIn=86401 | Field expiresIn must be",
                "sub=a&expiresIn=soon | Field expiresIn must be",
                "sub=a&scopes=b | Unknown field [scopes]"
            })
    void badFormIsRefusedWithASentence(String form, String sentence) throws Exception {
        assertBadRequest(test.post("/_warmpath/token", FORM, form), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sub\": 1} | Field sub must be",
                "{\"sub\": \"a\", \"scope\": [\"b\"]} | Field scope must be",
                "{\"sub\": \"a\", \"expiresIn\": 1.5} | Field expiresIn must be",
                "{\"sub\": \"a\", \"expiresIn\": 99999999999} | Field expiresIn must be",
                "[] | The body must be a JSON object",
                "{ | The body is not valid JSON"
            })
    void badJsonIsRefusedWithASentence(String json, String sentence) throws Exception {
        assertBadRequest(test.post("/_warmpath/token", JSON, json), sentence);
    }

    @Test
    void otherContentTypesAreRefused() throws Exception {
        assertBadRequest(test.post("/_warmpath/token", "text/plain", "sub=a"), "A token request is a form");
    }

    @Test
    void webPageGetsNoToken() throws Exception {
        HttpResponse<String> response = test.send(test.request("/_warmpath/token")
                .headers("Origin", "http://127.0.0.1:3000", "Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofString("sub=admin")));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).doesNotContain("access_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:8080", "localhost.evil.example", "[::2]"})
    void nameThatWasReboundToThisMachineGetsNoToken(String host) throws Exception {
        assertThat(tokenRequestTo(host)).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]:8080"})
    void namesOfThisMachineGetAToken(String host) throws Exception {
        assertThat(tokenRequestTo(host)).startsWith("HTTP/1.1 200");
    }

    @Test
    void discoveryDocumentLeadsToThePublicKeyOnly() throws Exception {
        Map<String, Object> discovery = map(
                test.get("/_warmpath/issuer/.well-known/openid-configuration").body());
        assertThat(discovery).containsEntry("issuer", test.gateway.issuer().url());
        String keysUri = (String) discovery.get("jwks_uri");
        String keys = test.get(keysUri.substring(test.gateway.uri().toString().length()))
                .body();

        assertThat(map(keys).get("keys"))
                .asInstanceOf(LIST)
                .singleElement()
                .satisfies(key ->
                        assertThat(((Map<?, ?>) key).keySet()).isEqualTo(Set.of("kty", "e", "use", "kid", "alg", "n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_warmpath/", "/_warmpath", "/_warmpath/users", "/%5Fwarmpath/token", "/_warmpath/issuer"})
    void reservedPathsNeverReachTheApi(String path) throws Exception {
        assertThat(test.get(path).statusCode()).isEqualTo(404);
        assertThat(test.functions).isEmpty();
    }

    @Test
    void publicRoutesNeedNoToken() throws Exception {
        test.close();
        test = TestGateway.start(Apis.of("GET /users"), returning("{}"));

        assertThat(test.get("/users").statusCode()).isEqualTo(200);
        assertThat(test.nextEvent().get("requestContext")).asInstanceOf(MAP).doesNotContainKey("authorizer");
        assertThat(test.errors).isEqualTo(List.of());
    }

    private void assertBadRequest(HttpResponse<String> response, String sentence) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat((String) map(response.body()).get("detail")).startsWith(sentence);
    }

    private String tokenRequestTo(String host) throws IOException {
        return test.raw("POST /_warmpath/token HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: " + FORM
                + "\r\nContent-Length: 5\r\nConnection: close\r\n\r\nsub=a");
    }

    private static Map<String, Object> claims(String token) {
        return map(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
