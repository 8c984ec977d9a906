package dev.warmpath.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One API Gateway HTTP API.
 *
 * @param throttle limit of each route that has none of its own
 * @param routeThrottles by route key, such as {@code GET /users/{userId}}
 */
public record HttpApi(
        String stage,
        List<Route> routes,
        Optional<Cors> cors,
        Optional<Throttle> throttle,
        Map<String, Throttle> routeThrottles) {

    /**
     * One route and the function behind it.
     *
     * @param method an HTTP method, or {@code ANY}
     * @param path such as {@code /users/{userId}}, {@code /files/{proxy+}} or {@code $default}
     * @param function logical id
     */
    public record Route(String method, String path, String function, Optional<Authorization> authorization) {
        /** The key as API Gateway writes it. */
        public String key() {
            return path.equals("$default") ? path : method + " " + path;
        }
    }

    /** A JWT authorizer and the scopes of which the token needs one; no scopes means any valid token. */
    public record Authorization(JwtAuthorizer authorizer, Set<String> scopes) {}

    public record JwtAuthorizer(String name, String issuer, List<String> audience) {}

    /** A token bucket: {@code rate} requests a second, {@code burst} at once. */
    public record Throttle(double rate, int burst) {}

    public record Cors(
            List<String> allowOrigins,
            List<String> allowMethods,
            List<String> allowHeaders,
            List<String> exposeHeaders,
            Optional<Duration> maxAge,
            boolean allowCredentials) {}
}
