package dev.warmpath.local.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract lets pass, and that it refuses everything else with words that say what is wrong. */
class ContractTest {
    private static final Contract CONTRACT = Contract.read(Path.of("../../docs/openapi.yaml"));

    private static final String ID = "3f2b8a52-6c1d-4b7e-9a55-0d9f6a1c2e34";
    private static final String ADA = """
            {"userId":"ada","email":"ada@example.com","name":"Ada","status":"ACTIVE",\
            "createdAt":"2026-11-20T10:15:30Z","updatedAt":"2026-11-20T10:15:30.123Z"}""";
    private static final String PRICED = ",\"unitPrice\":895";
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");
    private static final Map<String, String> FOUND = Map.of(
            "content-type", "application/json",
            "x-request-id", ID,
            "etag", "\"1f\"",
            "cache-control", "private, no-cache");

    @Test
    void answerAsDeclaredPasses() {
        assertThatCode(get("/users/ada", 200, FOUND, ADA)).doesNotThrowAnyException();
    }

    @Test
    void whatTheGatewayAddsPasses() {
        assertThatCode(get("/users/ada", 200, with(with(FOUND, "apigw-requestid", "JKJaX="), "Date", "today"), ADA))
                .doesNotThrowAnyException();
    }

    @Test
    void answersWithoutABodyPass() {
        assertThatCode(get("/users/ada", 304, without(FOUND, "content-type"), ""))
                .doesNotThrowAnyException();
        assertThatCode(check("DELETE", "/users/ada", "", 204, Map.of("x-request-id", ID), ""))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "401, Unauthorized",
        "403, Forbidden",
        "429, Too Many Requests",
        "500, Internal Server Error",
        "503, Service Unavailable"
    })
    void errorsOfTheGatewayPass(int status, String message) {
        assertThatCode(get("/users/ada", status, JSON, "{\"message\":\"%s\"}".formatted(message)))
                .doesNotThrowAnyException();
    }

    @Test
    void messageThatTheGatewayDoesNotGiveIsRefused() {
        refused(get("/users/ada", 500, JSON, "{\"message\":\"Boom\"}"), "body/message", "Internal Server Error");
    }

    @Test
    void missingProfileIsAProblemAndNotTheGatewaysMessage() {
        Map<String, String> headers = Map.of("content-type", "application/problem+json", "x-request-id", ID);

        assertThatCode(get("/users/ada", 404, headers, problem(404, "Not Found")))
                .doesNotThrowAnyException();
        refused(get("/users/ada", 404, JSON, "{\"message\":\"Not Found\"}"), "content type is \"application/json\"");
    }

    @Test
    void problemOfAnotherStatusIsRefused() {
        Map<String, String> headers = Map.of("content-type", "application/problem+json", "x-request-id", ID);

        refused(get("/users/ada", 404, headers, problem(409, "Not Found")), "body/status");
        refused(get("/users/ada", 404, headers, problem(404, "Gone")), "body/title");
    }

    @Test
    void staleChangeMustSayTheETagOfNow() {
        Map<String, String> headers = Map.of("content-type", "application/problem+json", "x-request-id", ID);
        String body = problem(412, "Precondition Failed");

        refused(check("PATCH", "/users/ada", "{}", 412, headers, body), "header etag is missing");
        assertThatCode(check("PATCH", "/users/ada", "{}", 412, with(headers, "etag", "\"2a\""), body))
                .doesNotThrowAnyException();
    }

    @Test
    void statusThatIsNotDeclaredIsRefused() {
        refused(get("/users/ada", 202, FOUND, ADA), "status 202 is not declared for GET /users/{userId}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"etag", "x-request-id", "cache-control"})
    void missingHeaderIsRefused(String name) {
        refused(get("/users/ada", 200, without(FOUND, name), ADA), "header " + name + " is missing");
    }

    @Test
    void malformedAndUndeclaredHeadersAreRefused() {
        refused(get("/users/ada", 200, with(FOUND, "etag", "1f"), ADA), "header etag: ");
        refused(get("/users/ada", 200, with(FOUND, "x-request-id", "7"), ADA), "header x-request-id: ");
        refused(get("/users/ada", 200, with(FOUND, "x-powered-by", "x"), ADA), "header x-powered-by is not declared");
    }

    @Test
    void otherContentTypeIsRefused() {
        refused(
                get("/users/ada", 200, with(FOUND, "content-type", "text/plain"), ADA),
                "content type is \"text/plain\", declared is one of [application/json]");
    }

    @Test
    void bodyThatIsNotOfItsSchemaIsRefused() {
        refused(get("/users/ada", 200, FOUND, ADA.replace("ACTIVE", "ASLEEP")), "body/status", "[\"ACTIVE\"");
        refused(get("/users/ada", 200, FOUND, ADA.replace("\"name\":\"Ada\",", "")), "'name'");
        refused(get("/users/ada", 200, FOUND, ADA.replace("{", "{\"version\":7,")), "'version'");
        refused(get("/users/ada", 200, FOUND, ADA.replace("2026-11-20T10:15:30Z", "yesterday")), "body/createdAt");
        refused(get("/users/ada", 200, FOUND, "{"), "body is no JSON");
    }

    @Test
    void bodyWhereNoneIsDeclaredIsRefused() {
        refused(get("/users/ada", 304, without(FOUND, "content-type"), ADA), "there is a body, declared is none");
    }

    @Test
    void literalPathIsNotTakenForAParameter() {
        String found = "{\"users\":[],\"missing\":[\"ada\"]}";
        Map<String, String> headers = with(JSON, "x-request-id", ID);

        assertThatCode(check("POST", "/users/batch-get", "{\"ids\":[\"ada\"]}", 200, headers, found))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptedRequestMustBeWhatIsDeclared() {
        Map<String, String> headers = without(FOUND, "etag");
        String found = "{\"users\":[],\"missing\":[]}";

        refused(
                check("POST", "/users/batch-get", "{\"ids\":[]}", 200, without(headers, "cache-control"), found),
                "the request was accepted, but its body/ids");
        refused(check("GET", "/users?limit=0", "", 200, headers, "{\"users\":[]}"), "parameter limit");
        refused(check("GET", "/users?limit=x", "", 200, headers, "{\"users\":[]}"), "parameter limit");
        refused(check("GET", "/users?status=ASLEEP", "", 200, headers, "{\"users\":[]}"), "parameter status");
        refused(
                check("PATCH", "/users/ada", "{}", 200, without(FOUND, "cache-control"), ADA),
                "header If-Match is missing");
    }

    @Test
    void acceptedQueryAsDeclaredPasses() {
        Map<String, String> headers = without(FOUND, "etag");

        assertThatCode(check("GET", "/users?status=ACTIVE,SUSPENDED&limit=100", "", 200, headers, "{\"users\":[]}"))
                .doesNotThrowAnyException();
        assertThatCode(check("GET", "/users?status=ACTIVE%2CSUSPENDED", "", 200, headers, "{\"users\":[]}"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusedRequestMayBeAnything() {
        Map<String, String> headers = Map.of("content-type", "application/problem+json", "x-request-id", ID);

        assertThatCode(check("POST", "/users", "no JSON", 400, headers, problem(400, "Bad Request")))
                .doesNotThrowAnyException();
    }

    @Test
    void orderWithWhatBelongsToItsStatusPasses() {
        assertThatCode(order("PENDING", "")).doesNotThrowAnyException();
        assertThatCode(order("CONFIRMED", "\"total\":1790,\"currency\":\"EUR\",", PRICED))
                .doesNotThrowAnyException();
        assertThatCode(order("REJECTED", "\"reason\":\"OUT_OF_STOCK\",")).doesNotThrowAnyException();
        assertThatCode(order("CANCELLED", "")).doesNotThrowAnyException();
        assertThatCode(order("CANCELLED", "\"total\":1790,\"currency\":\"EUR\",", PRICED))
                .doesNotThrowAnyException();
    }

    @Test
    void orderWithoutWhatBelongsToItsStatusIsRefused() {
        refused(order("CONFIRMED", "", PRICED), "'total'");
        refused(order("CONFIRMED", "\"total\":1790,\"currency\":\"EUR\","), "'unitPrice'");
        refused(order("CONFIRMED", "\"total\":1790,", PRICED), "'currency'");
        refused(order("REJECTED", ""), "'reason'");
        refused(order("REJECTED", "\"reason\":\"TOO_DEAR\","), "body/reason");
        refused(order("PENDING", "\"reason\":\"OUT_OF_STOCK\","), "body/reason");
        refused(order("PENDING", "\"total\":1790,\"currency\":\"EUR\","), "body/total");
        refused(order("CANCELLED", "\"currency\":\"EUR\","), "'total'");
    }

    @Test
    void cancelledOrderIsCancelled() {
        String body = orderBody("PENDING", "", "");

        refused(check("POST", "/orders/7", "", 200, with(JSON, "x-request-id", ID), body), "there is no such route");
        refused(check("POST", "/orders/7/cancel", "", 200, with(JSON, "x-request-id", ID), body), "body/status");
    }

    @Test
    void publicProductSaysHowLongItMayBeKept() {
        String body = "{\"sku\":\"tea\",\"name\":\"Tea\",\"unitPrice\":895,\"currency\":\"EUR\"}";

        assertThatCode(get("/products/tea", 200, with(FOUND, "cache-control", "public, max-age=60"), body))
                .doesNotThrowAnyException();
        refused(get("/products/tea", 200, FOUND, body), "header cache-control: ");
        refused(get("/products/tea", 401, JSON, "{\"message\":\"Unauthorized\"}"), "status 401 is not declared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "näh", "a\tb"})
    void acceptedKeyMustBePrintable(String key) {
        Map<String, String> headers = with(with(JSON, "x-request-id", ID), "location", "/orders/0-a");
        Exchange exchange = new Exchange(
                "POST",
                URI.create("http://127.0.0.1/orders"),
                headers(with(JSON, "idempotency-key", key)),
                "{\"lines\":[{\"sku\":\"tea\",\"quantity\":1}]}",
                202,
                headers(headers),
                "{\"orderId\":\"0-a\",\"status\":\"PENDING\"}");

        refused(() -> CONTRACT.check(exchange), "the request was accepted, but its parameter Idempotency-Key");
    }

    private static ThrowingCallable order(String status, String fields) {
        return order(status, fields, "");
    }

    private static ThrowingCallable order(String status, String fields, String price) {
        return get("/orders/0-a", 200, without(FOUND, "etag"), orderBody(status, fields, price));
    }

    private static String orderBody(String status, String fields, String price) {
        return """
            {"orderId":"0-a","userId":"ada","status":"%s",%s"lines":[{"sku":"tea","quantity":2%s}],\
            "placedAt":"2026-11-20T10:15:30.120Z","updatedAt":"2026-11-20T10:15:30.120Z"}""".formatted(status, fields, price);
    }

    @Test
    void whereThereIsNoRouteTheGatewayAnswers() {
        assertThatCode(get("/nothing", 404, JSON, "{\"message\":\"Not Found\"}"))
                .doesNotThrowAnyException();
        refused(get("/nothing", 404, JSON, problem(404, "Not Found")), "'message'");
        refused(get("/nothing", 200, JSON, "{}"), "there is no such route, expected the gateway's 404");
        refused(check("PUT", "/users/ada", "{}", 200, FOUND, ADA), "there is no such route");
    }

    @Test
    void reservedPathsAreNoneOfTheContracts() {
        assertThatCode(get("/_warmpath/token", 200, Map.of(), "ey")).doesNotThrowAnyException();
    }

    @Test
    void bodyOfARequestIsReadFromItsPublisher() {
        Assertions.assertThat(SentBody.text(BodyPublishers.ofString("{\"name\":\"Äda\"}")))
                .isEqualTo("{\"name\":\"Äda\"}");
        Assertions.assertThat(SentBody.text(BodyPublishers.noBody())).isEmpty();
    }

    private static ThrowingCallable get(String path, int status, Map<String, String> headers, String body) {
        return check("GET", path, "", status, headers, body);
    }

    private static ThrowingCallable check(
            String method, String path, String sent, int status, Map<String, String> headers, String body) {
        Exchange exchange = new Exchange(
                method, URI.create("http://127.0.0.1" + path), headers(JSON), sent, status, headers(headers), body);
        return () -> CONTRACT.check(exchange);
    }

    private static void refused(ThrowingCallable check, String... saying) {
        assertThatThrownBy(check)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("docs/openapi.yaml does not allow ")
                .hasMessageContainingAll(saying);
    }

    private static String problem(int status, String title) {
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"So.\",\"instance\":\"urn:uuid:%s\"}"
                .formatted(title, status, ID);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(name);
        return fewer;
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
    }
}
