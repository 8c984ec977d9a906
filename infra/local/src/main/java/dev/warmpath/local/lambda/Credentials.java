package dev.warmpath.local.lambda;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;

/**
 * What stands for the execution role's credentials; no real service accepts them.
 *
 * @param authorization what the container credentials endpoint wants to see in the header of that name
 */
record Credentials(String authorization) {
    private static final String ACCESS_KEY = "ASIALOCALRUNOFFUNCTN";
    private static final String SECRET_KEY = "local-run-secret-key";
    private static final String SESSION_TOKEN = "local-run-session-token";
    private static final SecureRandom RANDOM = new SecureRandom();

    static Credentials fresh() {
        byte[] token = new byte[24];
        RANDOM.nextBytes(token);
        return new Credentials(HexFormat.of().formatHex(token));
    }

    /** Variables that Lambda sets on demand. */
    Map<String, String> asKeys() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", SECRET_KEY,
                "AWS_SESSION_TOKEN", SESSION_TOKEN);
    }

    /**
     * Variables that Lambda sets under SnapStart, where keys in the environment would outlive their validity.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html#snapstart-credentials">Activating
     *     SnapStart</a>
     */
    Map<String, String> asEndpoint(String url) {
        return Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI", url,
                "AWS_CONTAINER_AUTHORIZATION_TOKEN", authorization);
    }

    /** The endpoint's answer: credentials valid for an hour. */
    String json(Instant now) {
        return """
                {"AccessKeyId":"%s","SecretAccessKey":"%s","Token":"%s","Expiration":"%s"}""".formatted(ACCESS_KEY, SECRET_KEY, SESSION_TOKEN, now.plus(1, ChronoUnit.HOURS));
    }
}
