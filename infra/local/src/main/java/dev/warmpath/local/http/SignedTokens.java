package dev.warmpath.local.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import java.io.IOException;
import java.text.ParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Verifies the signatures of one issuer's tokens: RS256, and ES256, which API Gateway itself does not take yet.
 *
 * <p>The last tokens verified are remembered while their key is valid, since verifying one again would cost a fast
 * function as much time as it takes itself.
 */
final class SignedTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final int REMEMBERED = 256;

    private record Verified(String keyId, JWSVerifier verifier, Map<String, Object> claims) {}

    private final SigningKeys keys;
    private final Consumer<Throwable> errors;
    private final Map<String, Verified> remembered = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verified> eldest) {
            return size() > REMEMBERED;
        }
    });

    SignedTokens(SigningKeys keys, Consumer<Throwable> errors) {
        this.keys = keys;
        this.errors = errors;
    }

    /**
     * The claims of a token that its issuer signed; they are still to be checked.
     *
     * @throws InvalidTokenException if it is none
     */
    Map<String, Object> claims(String token) throws InvalidTokenException {
        Verified known = remembered.get(token);
        if (known != null
                && key(known.keyId()).filter(key -> key == known.verifier()).isPresent()) {
            return known.claims();
        }
        Verified verified = verify(token);
        remembered.put(token, verified);
        return verified.claims();
    }

    private Verified verify(String token) throws InvalidTokenException {
        JWSObject parsed = parse(token);
        if (!ALGORITHMS.contains(parsed.getHeader().getAlgorithm())) {
            throw new InvalidTokenException("the token's algorithm is not supported");
        }
        String keyId = Objects.requireNonNullElse(parsed.getHeader().getKeyID(), "");
        JWSVerifier verifier =
                key(keyId).orElseThrow(() -> new InvalidTokenException("the token's key is not one of its issuer's"));
        verifySignature(parsed, verifier);
        Map<String, Object> claims = parsed.getPayload().toJSONObject();
        if (claims == null) {
            throw new InvalidTokenException("the token's payload is not a JSON object");
        }
        return new Verified(keyId, verifier, Collections.unmodifiableMap(claims));
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

    private static void verifySignature(JWSObject token, JWSVerifier verifier) throws InvalidTokenException {
        try {
            if (!token.verify(verifier)) {
                throw new InvalidTokenException("the token's signature is invalid");
            }
        } catch (JOSEException e) {
            throw new InvalidTokenException("the token's key does not fit its algorithm");
        }
    }

    private Optional<JWSVerifier> key(String id) throws InvalidTokenException {
        try {
            return keys.find(id);
        } catch (IOException e) {
            errors.accept(e);
            throw new InvalidTokenException("OIDC discovery endpoint communication error");
        }
    }
}
