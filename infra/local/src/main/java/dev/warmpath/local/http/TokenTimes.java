package dev.warmpath.local.http;

import java.time.InstantSource;
import java.util.Map;

/** Checks {@code exp}, which every token needs, and {@code nbf} and {@code iat}, where a token has them. */
record TokenTimes(InstantSource clock) {
    void verify(Map<String, Object> claims) throws InvalidTokenException {
        double now = clock.millis() / 1000.0;
        if (seconds(claims, "exp", Double.NEGATIVE_INFINITY) <= now) {
            throw new InvalidTokenException("the token has expired");
        }
        if (seconds(claims, "nbf", now) > now || seconds(claims, "iat", now) > now) {
            throw new InvalidTokenException("the token is not valid yet");
        }
    }

    private static double seconds(Map<String, Object> claims, String name, double otherwise)
            throws InvalidTokenException {
        return switch (claims.get(name)) {
            case null -> otherwise;
            case Number seconds -> seconds.doubleValue();
            default -> throw new InvalidTokenException("the token's " + name + " is not a number");
        };
    }
}
