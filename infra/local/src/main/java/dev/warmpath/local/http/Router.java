package dev.warmpath.local.http;

import dev.warmpath.local.template.HttpApi;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Selects the most specific route: a full match before a greedy one before {@code $default}; where several match, a
 * literal segment before a variable, and a method before {@code ANY}. The order of declaration never matters.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Routes of
 *     HTTP APIs</a>
 */
final class Router {
    /** The selected route and its decoded path parameters. */
    record Match(HttpApi.Route route, Map<String, String> pathParameters) {}

    private final List<RoutePattern> mostSpecificFirst;

    Router(List<HttpApi.Route> routes) {
        mostSpecificFirst = routes.stream()
                .map(RoutePattern::of)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    Optional<Match> find(String method, List<String> segments) {
        for (RoutePattern pattern : mostSpecificFirst) {
            if (pattern.accepts(method)) {
                Optional<Map<String, String>> parameters = pattern.match(segments);
                if (parameters.isPresent()) {
                    return Optional.of(new Match(pattern.route(), parameters.get()));
                }
            }
        }
        return Optional.empty();
    }
}
