package dev.warmpath.local.http;

import dev.warmpath.local.template.HttpApi;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;

/**
 * Verifies tokens: signature, {@code iss}, {@code aud} (or {@code client_id} where there is no {@code aud}), and the
 * times without any leeway.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT
 *     authorizers</a>
 */
record JwtAuthorizer(HttpApi.JwtAuthorizer settings, SignedTokens tokens, TokenTimes times) {
    /**
     * The claims of a valid token.
     *
     * @throws InvalidTokenException if any check fails
     */
    Map<String, Object> verify(String token) throws InvalidTokenException {
        Map<String, Object> claims = tokens.claims(token);
        verifyIssuer(claims);
        verifyAudience(claims);
        times.verify(claims);
        return claims;
    }

    private void verifyIssuer(Map<String, Object> claims) throws InvalidTokenException {
        if (!settings.issuer().equals(claims.get("iss"))) {
            throw new InvalidTokenException("the token does not have a valid issuer");
        }
    }

    private void verifyAudience(Map<String, Object> claims) throws InvalidTokenException {
        Object audience = claims.containsKey("aud") ? claims.get("aud") : claims.get("client_id");
        Collection<?> named = audience instanceof Collection<?> several ? several : Collections.singleton(audience);
        if (settings.audience().stream().noneMatch(named::contains)) {
            throw new InvalidTokenException("the token does not have a valid audience");
        }
    }
}
