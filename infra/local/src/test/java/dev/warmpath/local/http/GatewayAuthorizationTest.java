package dev.warmpath.local.http;

import static dev.warmpath.local.http.TestGateway.returning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayAuthorizationTest {
    private volatile Instant now = Instant.parse("2026-06-01T00:00:00Z");
    private ForeignIssuer issuer;
    private TestGateway test;

    @BeforeEach
    void start() throws Exception {
        issuer = new ForeignIssuer();
        startRequiring(Apis.scopes("users:read", "admin"));
    }

    @AfterEach
    void stop() {
        test.close();
        issuer.close();
    }

    @Test
    void missingTokenIsUnauthorized() throws Exception {
        HttpResponse<String> response = test.get("/users");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(challenge(response)).isEqualTo("Bearer");
        assertThat(test.functions).isEmpty();
    }

    @Test
    void bearerWithoutATokenIsMissing() throws Exception {
        assertThat(challenge(test.get("/users", "Authorization", "Bearer "))).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", ""})
    void tokenIsAcceptedWithAndWithoutItsPrefix(String prefix) throws Exception {
        assertThat(test.get("/users", "Authorization", prefix + issuer.token(claims()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void claimsArriveAsText() throws Exception {
        Map<String, Object> claims = claims();
        claims.put("groups", List.of("users", "admins"));
        claims.put("verified", true);
        claims.put("address", Map.of("city", "Köln"));

        call(claims);

        Map<?, ?> context = (Map<?, ?>) test.nextEvent().get("requestContext");
        Map<?, ?> jwt = (Map<?, ?>) ((Map<?, ?>) context.get("authorizer")).get("jwt");
        assertThat(jwt.get("scopes")).isEqualTo(List.of("users:read", "other"));
        assertThat(jwt.get("claims"))
                .asInstanceOf(MAP)
                .containsEntry("sub", "alice")
                .containsEntry("groups", "[users admins]")
                .containsEntry("verified", "true")
                .containsEntry("address", "map[city:Köln]")
                .containsEntry("exp", Long.toString(now.getEpochSecond() + 60));
    }

    @Test
    void routeWithoutScopesTakesAnyValidTokenAndPassesNoScopes() throws Exception {
        test.close();
        startRequiring(Set.of());

        assertThat(call(claims("scope", null)).statusCode()).isEqualTo(200);
        assertThat(test.nextEvent().get("requestContext"))
                .asInstanceOf(MAP)
                .extractingByKey("authorizer", MAP)
                .extractingByKey("jwt", MAP)
                .containsEntry("scopes", null);
    }

    @Test
    void tokenWithoutAScopeOfTheRouteIsForbidden() throws Exception {
        HttpResponse<String> response = call(claims("scope", "users:write"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(challenge(response))
                .isEqualTo("Bearer scope=\"users:read admin\" error=\"insufficient_scope\""
                        + " error_description=\"expected scopes: [users:read admin]\"");
    }

    @Test
    void scopesMayBeInScpInstead() throws Exception {
        Map<String, Object> claims = claims("scope", null);
        claims.put("scp", List.of("admin"));

        assertThat(call(claims).statusCode()).isEqualTo(200);
    }

    @Test
    void expiredTokenIsUnauthorizedFromItsSecondOn() throws Exception {
        String token = issuer.token(claims());
        now = now.plusMillis(59_999);
        assertThat(call(token).statusCode()).isEqualTo(200);

        now = now.plusMillis(1);
        HttpResponse<String> response = call(token);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(challenge(response))
                .isEqualTo("Bearer scope=\"users:read admin\" error=\"invalid_token\""
                        + " error_description=\"the token has expired\"");
    }

    @Test
    void tokenOfAnotherAudienceIsUnauthorized() throws Exception {
        assertRefused(issuer.token(claims("aud", "other")), "the token does not have a valid audience");
        assertRefused(issuer.token(claims("aud", List.of("x", "y"))), "the token does not have a valid audience");
        assertRefused(issuer.token(claims("aud", null)), "the token does not have a valid audience");
    }

    @Test
    void oneAudienceOfSeveralIsEnough() throws Exception {
        assertThat(call(claims("aud", List.of("x", "web"))).statusCode()).isEqualTo(200);
    }

    @Test
    void clientIdCountsOnlyWithoutAudience() throws Exception {
        Map<String, Object> claims = claims("aud", null);
        claims.put("client_id", "app");
        assertThat(call(claims).statusCode()).isEqualTo(200);

        claims.put("aud", "other");
        assertThat(call(claims).statusCode()).isEqualTo(401);
    }

    @Test
    void otherFaultsOfClaimsAreUnauthorized() throws Exception {
        assertRefused(issuer.token(claims("iss", "https://other")), "the token does not have a valid issuer");
        assertRefused(issuer.token(claims("iss", null)), "the token does not have a valid issuer");
        assertRefused(issuer.token(claims("exp", null)), "the token has expired");
        assertRefused(issuer.token(claims("exp", "tomorrow")), "the token's exp is not a number");
        assertRefused(issuer.token(claims("nbf", now.getEpochSecond() + 1)), "the token is not valid yet");
        assertRefused(issuer.token(claims("iat", now.getEpochSecond() + 1)), "the token is not valid yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-token", "a.b", "a.b.c.d", "a.b.c.d.e"})
    void tokenOfOtherThanThreeSegmentsIsUnauthorized(String token) throws Exception {
        assertRefused(token, "token contains an invalid number of segments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "..", "e30.e30.e30"})
    void malformedTokenIsUnauthorized(String token) throws Exception {
        assertRefused(token, "the token is malformed");
    }

    @Test
    void unsignedTokenIsUnauthorized() throws Exception {
        String claims = issuer.token(claims()).split("\\.")[1];
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"kid\":\"first\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(call(header + "." + claims + ".").statusCode()).isEqualTo(401);
    }

    @Test
    void tokenSignedWithThePublicKeyAsASecretIsUnauthorized() throws Exception {
        byte[] publicKey =
                Arrays.copyOf(issuer.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8), 64);

        assertRefused(
                ForeignIssuer.sign(JWSAlgorithm.HS256, "first", new MACSigner(publicKey), claims()),
                "the token's algorithm is not supported");
    }

    @Test
    void tokenSignedByAnotherKeyOfTheSameIdIsUnauthorized() throws Exception {
        ECDSASigner stranger = new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate());

        assertRefused(
                ForeignIssuer.sign(JWSAlgorithm.ES256, "first", stranger, claims()),
                "the token's signature is invalid");
    }

    @Test
    void changedClaimsAreUnauthorized() throws Exception {
        String[] parts = issuer.token(claims()).split("\\.");
        String other = issuer.token(claims("sub", "admin")).split("\\.")[1];

        assertRefused(parts[0] + "." + other + "." + parts[2], "the token's signature is invalid");
    }

    @Test
    void tokenWithoutAKeyIdIsUnauthorized() throws Exception {
        assertRefused(
                ForeignIssuer.sign(JWSAlgorithm.ES256, null, new ECDSASigner(issuer.key()), claims()),
                "the token's key is not one of its issuer's");
    }

    @Test
    void keysAreFetchedOnceForTwoHours() throws Exception {
        call(claims());
        call(claims());
        assertThat(issuer.keyRequests).hasValue(1);

        now = now.plus(Duration.ofHours(2));
        assertThat(call(claims()).statusCode()).isEqualTo(200);
        assertThat(issuer.keyRequests).hasValue(2);
    }

    @Test
    void rotatedKeyIsFoundAndUnknownOnesAreAskedForAtMostEveryTenSeconds() throws Exception {
        call(claims());
        issuer.addKey("second");
        assertThat(call(claims()).statusCode()).isEqualTo(401);

        now = now.plusSeconds(10);
        assertThat(call(claims()).statusCode()).isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            call(ForeignIssuer.sign(JWSAlgorithm.ES256, "unknown" + i, new ECDSASigner(issuer.key()), claims()));
        }
        assertThat(issuer.keyRequests).hasValue(2);
    }

    @Test
    void tokenOfAWithdrawnKeyIsUnauthorizedOnceTheKeysAreFetchedAgain() throws Exception {
        Map<String, Object> claims = claims("exp", now.plus(Duration.ofHours(3)).getEpochSecond());
        String token = issuer.token(claims);
        assertThat(call(token).statusCode()).isEqualTo(200);
        issuer.replaceKey("first");
        assertThat(call(token).statusCode()).isEqualTo(200);

        now = now.plus(Duration.ofHours(2));
        assertThat(call(token).statusCode()).isEqualTo(401);
    }

    @Test
    void issuerThatCannotBeReachedIsUnauthorizedAndReported() throws Exception {
        String token = issuer.token(claims());
        issuer.close();

        assertRefused(token, "OIDC discovery endpoint communication error");
        assertThat(test.errors).singleElement().isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "not json", "{\"jwks_uri\": 1}", "{\"jwks_uri\": \"keys\"}", "{\"jwks_uri\": \"::\"}"
            })
    void issuerWithoutAValidDiscoveryDocumentIsUnauthorizedAndReported(String discovery) throws Exception {
        issuer.discovery = discovery;

        assertRefused(issuer.token(claims()), "OIDC discovery endpoint communication error");
        assertThat(test.errors).singleElement().isInstanceOf(IOException.class);
    }

    private void startRequiring(Set<String> scopes) throws IOException {
        test = TestGateway.start(
                local -> Apis.secured(Apis.authorizer(issuer.url(), "app", "web"), scopes, "GET /users"),
                returning("{}"),
                Duration.ofSeconds(30),
                () -> now);
    }

    private Map<String, Object> claims() {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", "alice");
        claims.put("iss", issuer.url());
        claims.put("aud", "app");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 60);
        claims.put("scope", "users:read other");
        return claims;
    }

    /** Without the claim where its value is null. */
    private Map<String, Object> claims(String name, Object value) {
        Map<String, Object> claims = claims();
        claims.put(name, value);
        claims.values().removeIf(Objects::isNull);
        return claims;
    }

    private void assertRefused(String token, String description) throws Exception {
        HttpResponse<String> response = call(token);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(challenge(response))
                .isEqualTo("Bearer scope=\"users:read admin\" error=\"invalid_token\" error_description=\""
                        + description + "\"");
        assertThat(test.functions).isEmpty();
    }

    private HttpResponse<String> call(Map<String, Object> claims) throws Exception {
        return call(issuer.token(claims));
    }

    private HttpResponse<String> call(String token) throws Exception {
        return test.get("/users", "Authorization", "Bearer " + token);
    }

    private static String challenge(HttpResponse<String> response) {
        return response.headers().firstValue("www-authenticate").orElseThrow();
    }
}
