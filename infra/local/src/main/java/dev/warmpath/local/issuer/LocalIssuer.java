package dev.warmpath.local.issuer;

import com.fasterxml.jackson.jr.ob.JSON;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An OpenID issuer for development, whose key lives as long as it does.
 *
 * <p>It signs with RS256, which API Gateway verifies, and in a tenth of the time of ES256. Making the key takes some
 * hundred milliseconds, and waits for the first token or key set that is asked for.
 */
public final class LocalIssuer {
    /** Audience and client id of every token. */
    public static final String AUDIENCE = "warmpath-local";

    private static final int KEY_BITS = 2048;

    private final String url;
    private final InstantSource clock;
    private RSAKey key;

    /** @param url the issuer's URL, without a slash at its end */
    public LocalIssuer(String url, InstantSource clock) {
        this.url = url;
        this.clock = clock;
    }

    public String url() {
        return url;
    }

    /** The document at {@code /.well-known/openid-configuration} under the issuer's URL. */
    public byte[] discoveryDocument() {
        return json(Map.of(
                "issuer", url,
                "jwks_uri", url + "/jwks.json",
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256")));
    }

    /** The document at {@code /jwks.json} under the issuer's URL: public keys only. */
    public byte[] keySet() {
        return json(new JWKSet(key()).toJSONObject(true));
    }

    /** Issues an access token as Cognito's look. */
    public AccessToken issue(TokenRequest request) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(request.subject())
                .issuer(url)
                .audience(AUDIENCE)
                .claim("client_id", AUDIENCE)
                .claim("scope", request.scope())
                .claim("token_use", "access")
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(request.lifetime())))
                .jwtID(UUID.randomUUID().toString())
                .build();
        return new AccessToken(sign(claims), request.lifetime(), request.scope());
    }

    private String sign(JWTClaimsSet claims) {
        RSAKey signing = key();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(signing.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(signing));
        } catch (JOSEException e) {
            throw new IllegalStateException("The local issuer cannot sign with its own key.", e);
        }
        return token.serialize();
    }

    private synchronized RSAKey key() {
        if (key == null) {
            key = newKey();
        }
        return key;
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java runtime cannot make an RSA key.", e);
        }
    }

    private static byte[] json(Map<String, Object> document) {
        try {
            return JSON.std.asBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
