package dev.warmpath.local.template;

import dev.warmpath.local.template.HttpApi.Route;
import dev.warmpath.local.template.HttpApi.Throttle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads {@code AWS::Serverless::HttpApi} together with the routes that functions add to it.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-httpapi.html">
 * AWS::Serverless::HttpApi</a>.
 */
record HttpApiReader(Properties properties, Authorizers authorizers) {
    private static final String DEFAULT_STAGE = "$default";

    static HttpApiReader of(Properties properties) {
        properties.refuse("DefinitionBody", "routes in the functions' events");
        properties.refuse("DefinitionUri", "routes in the functions' events");
        properties.refuse("StageVariables", "environment variables");
        return new HttpApiReader(properties, Authorizers.read(properties.child("Auth")));
    }

    HttpApi read(List<HttpApiEvent> events) {
        List<Route> routes =
                events.stream().map(event -> event.route(authorizers)).toList();
        requireDistinct(events);
        return new HttpApi(
                properties.text("StageName").orElse(DEFAULT_STAGE),
                routes,
                CorsReader.read(properties),
                ThrottleReader.read(properties.child("DefaultRouteSettings")),
                throttles(events));
    }

    private static void requireDistinct(List<HttpApiEvent> events) {
        Set<String> keys = new TreeSet<>();
        for (HttpApiEvent event : events) {
            if (!keys.add(event.routeKey())) {
                throw event.properties().error("a second event takes the route " + event.routeKey() + "; expected one");
            }
        }
    }

    private Map<String, Throttle> throttles(List<HttpApiEvent> events) {
        Set<String> keys = events.stream().map(HttpApiEvent::routeKey).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Throttle> throttles = new LinkedHashMap<>();
        Properties settings = properties.child("RouteSettings");
        for (String key : settings.keys()) {
            if (!keys.contains(key)) {
                throw settings.at(key).error("there is no route \"" + key + "\"; expected one of " + keys);
            }
            ThrottleReader.read(settings.child(key)).ifPresent(throttle -> throttles.put(key, throttle));
        }
        for (HttpApiEvent event : events) {
            ThrottleReader.read(event.properties().child("RouteSettings"))
                    .ifPresent(throttle -> throttles.put(event.routeKey(), throttle));
        }
        return throttles;
    }
}
