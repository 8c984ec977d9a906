package dev.warmpath.local.issuer;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a token is asked for.
 *
 * @param scope names separated by one space each; empty for none
 */
public record TokenRequest(String subject, String scope, Duration lifetime) {
    private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);
    private static final long MAX_SECONDS = Duration.ofDays(1).toSeconds();
    private static final int MAX_SUBJECT = 256;
    private static final Set<String> FIELDS = Set.of("sub", "scope", "expiresIn");

    /** The characters of RFC 6749, section 3.3. */
    private static final Pattern SCOPE =
            Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+(?: [\\x21\\x23-\\x5B\\x5D-\\x7E]+)*|");

    /**
     * Checks the fields {@code sub}, {@code scope} (optional) and {@code expiresIn} (optional; seconds, 1 to 86400,
     * 3600 by default).
     *
     * @throws InvalidTokenRequestException with one sentence on the first faulty field
     */
    public static TokenRequest of(Map<String, ?> fields) throws InvalidTokenRequestException {
        Set<String> unknown = new TreeSet<>(fields.keySet());
        unknown.removeAll(FIELDS);
        require(unknown.isEmpty(), "Unknown field " + unknown + ": a token request has sub, scope and expiresIn.");
        return new TokenRequest(
                subject(fields.get("sub")), scope(fields.get("scope")), lifetime(fields.get("expiresIn")));
    }

    private static String subject(Object value) throws InvalidTokenRequestException {
        boolean valid = value instanceof String text && !text.isBlank() && text.length() <= MAX_SUBJECT;
        require(valid, "Field sub must be a text of 1 to " + MAX_SUBJECT + " characters: the user the token is for.");
        return (String) value;
    }

    private static String scope(Object value) throws InvalidTokenRequestException {
        if (value == null) {
            return "";
        }
        boolean valid = value instanceof String text && SCOPE.matcher(text).matches();
        require(
                valid,
                "Field scope must be a text of scopes separated by one space, such as \"users:read users:write\".");
        return (String) value;
    }

    private static Duration lifetime(Object value) throws InvalidTokenRequestException {
        if (value == null) {
            return DEFAULT_LIFETIME;
        }
        long seconds = seconds(value);
        require(
                seconds >= 1 && seconds <= MAX_SECONDS,
                "Field expiresIn must be a whole number of seconds from 1 to " + MAX_SECONDS + ".");
        return Duration.ofSeconds(seconds);
    }

    /** A JSON number or a form's digits; zero, which is never valid, for anything else. */
    private static long seconds(Object value) {
        return switch (value) {
            case Integer number -> number;
            case String text when text.matches("\\d{1,9}") -> Long.parseLong(text);
            default -> 0;
        };
    }

    private static void require(boolean valid, String otherwise) throws InvalidTokenRequestException {
        if (!valid) {
            throw new InvalidTokenRequestException(otherwise);
        }
    }
}
