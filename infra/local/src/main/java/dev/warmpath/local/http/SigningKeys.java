package dev.warmpath.local.http;

import com.fasterxml.jackson.jr.ob.JSON;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The public keys of one issuer, found through its OpenID discovery document and kept for two hours; an unknown key id
 * has them fetched again, but at most every ten seconds.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT
 *     authorizers</a>
 */
final class SigningKeys {
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(10);
    private static final int TIMEOUT_MILLIS = 1500;
    private static final int MAX_DOCUMENT_BYTES = 512 * 1024;

    private record KeySet(Map<String, JWSVerifier> byId, Instant fetched) {}

    private final String issuer;
    private final InstantSource clock;
    private volatile KeySet current = new KeySet(Map.of(), Instant.MIN);
    private Instant attempted = Instant.MIN;

    SigningKeys(String issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** @throws IOException if the issuer does not answer with its keys */
    Optional<JWSVerifier> find(String id) throws IOException {
        KeySet known = current;
        KeySet keys = has(known, id) ? known : refreshedFor(id);
        return Optional.ofNullable(keys.byId().get(id));
    }

    private synchronized KeySet refreshedFor(String id) throws IOException {
        Instant now = clock.instant();
        if (!has(current, id) && isPast(attempted, MIN_INTERVAL, now)) {
            attempted = now;
            current = new KeySet(fetch(), now);
        }
        return current;
    }

    private boolean has(KeySet keys, String id) {
        return keys.byId().containsKey(id) && !isPast(keys.fetched(), LIFETIME, clock.instant());
    }

    private static boolean isPast(Instant start, Duration duration, Instant now) {
        return start.equals(Instant.MIN) || !now.isBefore(start.plus(duration));
    }

    private Map<String, JWSVerifier> fetch() throws IOException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        Object keysUri = JSON.std
                .mapFrom(get(base + "/.well-known/openid-configuration"))
                .get("jwks_uri");
        if (!(keysUri instanceof String uri)) {
            throw new IOException("The discovery document of issuer " + issuer + " names no jwks_uri.");
        }
        try {
            return verifiers(JWKSet.parse(get(uri)));
        } catch (ParseException | JOSEException e) {
            throw new IOException("The keys at " + uri + " are not a valid JSON Web Key Set.", e);
        }
    }

    private static Map<String, JWSVerifier> verifiers(JWKSet keys) throws JOSEException {
        Map<String, JWSVerifier> verifiers = new HashMap<>();
        for (JWK key : keys.getKeys()) {
            if (key.getKeyID() != null) {
                verifier(key).ifPresent(verifier -> verifiers.put(key.getKeyID(), verifier));
            }
        }
        return verifiers;
    }

    /** Empty for a symmetric or Edwards key, which verifies none of the algorithms that are accepted. */
    private static Optional<JWSVerifier> verifier(JWK key) throws JOSEException {
        return switch (key) {
            case RSAKey rsa -> Optional.of(new RSASSAVerifier(rsa.toRSAPublicKey()));
            case ECKey ec -> Optional.of(new ECDSAVerifier(ec.toECPublicKey()));
            default -> Optional.empty();
        };
    }

    private static String get(String url) throws IOException {
        try {
            return new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_DOCUMENT_BYTES)
                    .retrieveResource(URI.create(url).toURL())
                    .getContent();
        } catch (IllegalArgumentException e) {
            throw new MalformedURLException("The issuer's address " + url + " is not a URL.");
        }
    }
}
