package dev.warmpath.local.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import dev.warmpath.local.template.HttpApi;
import java.io.IOException;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Verifies tokens: key id, algorithm (RS256, and ES256, which API Gateway itself does not take yet), signature,
 * {@code iss}, {@code aud} (or {@code client_id} where there is no {@code aud}), and the times without any leeway.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT
 *     authorizers</a>
 */
final class JwtAuthorizer {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private final HttpApi.JwtAuthorizer settings;
    private final SigningKeys keys;
    private final TokenTimes times;
    private final Consumer<Throwable> errors;

    JwtAuthorizer(HttpApi.JwtAuthorizer settings, SigningKeys keys, TokenTimes times, Consumer<Throwable> errors) {
        this.settings = settings;
        this.keys = keys;
        this.times = times;
        this.errors = errors;
    }

    /**
     * The claims of a valid token.
     *
     * @throws InvalidTokenException if any check fails
     */
    Map<String, Object> verify(String token) throws InvalidTokenException {
        JWSObject parsed = parse(token);
        verifySignature(parsed);
        Map<String, Object> claims = parsed.getPayload().toJSONObject();
        if (claims == null) {
            throw new InvalidTokenException("the token's payload is not a JSON object");
        }
        verifyIssuer(claims);
        verifyAudience(claims);
        times.verify(claims);
        return claims;
    }

    private static JWSObject parse(String token) throws InvalidTokenException {
        if (token.chars().filter(c -> c == '.').count() != 2) {
            throw new InvalidTokenException("token contains an invalid number of segments");
        }
        try {
            return JWSObject.parse(token);
        } catch (ParseException | IllegalArgumentException e) {
            throw new InvalidTokenException("the token is malformed");
        }
    }

    private void verifySignature(JWSObject token) throws InvalidTokenException {
        JWSVerifier verifier = verifier(token);
        try {
            if (!token.verify(verifier)) {
                throw new InvalidTokenException("the token's signature is invalid");
            }
        } catch (JOSEException e) {
            throw new InvalidTokenException("the token's key does not fit its algorithm");
        }
    }

    private JWSVerifier verifier(JWSObject token) throws InvalidTokenException {
        if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
            throw new InvalidTokenException("the token's algorithm is not supported");
        }
        String keyId = Objects.requireNonNullElse(token.getHeader().getKeyID(), "");
        try {
            return keys.find(keyId)
                    .orElseThrow(() -> new InvalidTokenException("the token's key is not one of its issuer's"));
        } catch (IOException e) {
            errors.accept(e);
            throw new InvalidTokenException("OIDC discovery endpoint communication error");
        }
    }

    private void verifyIssuer(Map<String, Object> claims) throws InvalidTokenException {
        if (!settings.issuer().equals(claims.get("iss"))) {
            throw new InvalidTokenException("the token does not have a valid issuer");
        }
    }

    private void verifyAudience(Map<String, Object> claims) throws InvalidTokenException {
        Object audience = claims.containsKey("aud") ? claims.get("aud") : claims.get("client_id");
        Collection<?> named = audience instanceof Collection<?> several ? several : List.of(String.valueOf(audience));
        if (settings.audience().stream().noneMatch(named::contains)) {
            throw new InvalidTokenException("the token does not have a valid audience");
        }
    }
}
