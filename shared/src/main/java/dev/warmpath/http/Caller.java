package dev.warmpath.http;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Who calls, as the verified token says.
 *
 * @param sub the token's subject
 * @param scopes what the token grants
 */
public record Caller(String sub, Set<String> scopes) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean has(String scope) {
        return scopes.contains(scope);
    }

    /**
     * Reads the claims that API Gateway's JWT authorizer passes on.
     *
     * <p>Scopes come from the {@code scope} or {@code scp} claim, as in the authorizer's own check ("Control access to HTTP APIs
     * with JWT authorizers in API Gateway"), and not from the list beside the claims, which may be that of the route.
     */
    static Optional<Caller> of(Map<String, Object> claims) {
        if (!(claims.get("sub") instanceof String sub) || sub.isBlank()) {
            return Optional.empty();
        }
        Object scopes = claims.containsKey("scope") ? claims.get("scope") : claims.get("scp");
        return Optional.of(new Caller(sub, words(scopes)));
    }

    /** API Gateway passes a claim that is a list on as {@code [a b]}. */
    private static Set<String> words(Object claim) {
        if (!(claim instanceof String text)) {
            return Set.of();
        }
        String list = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        Set<String> words = new HashSet<>();
        StringTokenizer remaining = new StringTokenizer(list, " ,");
        while (remaining.hasMoreTokens()) {
            words.add(remaining.nextToken());
        }
        return words;
    }
}
