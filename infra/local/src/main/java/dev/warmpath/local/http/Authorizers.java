package dev.warmpath.local.http;

import dev.warmpath.local.template.HttpApi;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Authorizes requests by the authorizer and the scopes of their route.
 *
 * <p>Of the values of {@code www-authenticate}, those for a missing token, a wrong number of segments, a wrong
 * audience, an expired token and a missing scope are what API Gateway was seen to answer; other descriptions are this
 * gateway's own.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html">
 *     Troubleshooting JWT authorizers</a>
 */
final class Authorizers {
    private static final Pattern PREFIX = Pattern.compile("(?i)^\\s*Bearer(?:\\s+|$)");

    private final Map<HttpApi.JwtAuthorizer, JwtAuthorizer> authorizers = new HashMap<>();

    Authorizers(HttpApi api, InstantSource clock, Consumer<Throwable> errors) {
        TokenTimes times = new TokenTimes(clock);
        Map<String, SignedTokens> tokensByIssuer = new HashMap<>();
        for (HttpApi.Route route : api.routes()) {
            route.authorization().map(HttpApi.Authorization::authorizer).ifPresent(settings -> {
                SignedTokens tokens = tokensByIssuer.computeIfAbsent(
                        settings.issuer(), issuer -> new SignedTokens(new SigningKeys(issuer, clock), errors));
                authorizers.putIfAbsent(settings, new JwtAuthorizer(settings, tokens, times));
            });
        }
    }

    /**
     * Empty for a public route.
     *
     * @throws Refusal if the route needs a token, and the request has none that is valid and has one of its scopes
     */
    Optional<Caller> authorize(HttpApi.Route route, ApiRequest request) throws Refusal {
        if (route.authorization().isEmpty()) {
            return Optional.empty();
        }
        HttpApi.Authorization needed = route.authorization().get();
        Map<String, Object> claims = authenticate(needed, token(request));
        if (needed.scopes().isEmpty()) {
            return Optional.of(new Caller(claims, Optional.empty()));
        }
        List<String> scopes = scopes(claims);
        if (needed.scopes().stream().noneMatch(scopes::contains)) {
            throw forbidden(needed);
        }
        return Optional.of(new Caller(claims, Optional.of(scopes)));
    }

    private Map<String, Object> authenticate(HttpApi.Authorization needed, String token) throws Refusal {
        try {
            return authorizers.get(needed.authorizer()).verify(token);
        } catch (InvalidTokenException e) {
            throw unauthorized("Bearer scope=\"%s\" error=\"invalid_token\" error_description=\"%s\""
                    .formatted(list(needed), e.getMessage()));
        }
    }

    private static String token(ApiRequest request) throws Refusal {
        String header = request.header("authorization").orElse("");
        String token = PREFIX.matcher(header).replaceFirst("").strip();
        if (token.isEmpty()) {
            throw unauthorized("Bearer");
        }
        return token;
    }

    private static List<String> scopes(Map<String, Object> claims) {
        return switch (claims.containsKey("scope") ? claims.get("scope") : claims.get("scp")) {
            case String text ->
                Arrays.stream(text.split(" ")).filter(s -> !s.isEmpty()).toList();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }

    private static Refusal unauthorized(String challenge) {
        return new Refusal(Answer.message(401, "Unauthorized").with("www-authenticate", challenge), "Unauthorized");
    }

    private static Refusal forbidden(HttpApi.Authorization needed) {
        String scopes = list(needed);
        String challenge =
                "Bearer scope=\"%s\" error=\"insufficient_scope\" error_description=\"expected scopes: [%s]\""
                        .formatted(scopes, scopes);
        return new Refusal(Answer.message(403, "Forbidden").with("www-authenticate", challenge), "Forbidden");
    }

    private static String list(HttpApi.Authorization needed) {
        return String.join(" ", needed.scopes());
    }
}
