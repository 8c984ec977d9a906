package dev.warmpath.local.http;

import dev.warmpath.local.template.HttpApi;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** HTTP APIs for tests; each route's function is named like its route key. */
final class Apis {
    private Apis() {}

    static HttpApi of(String... routeKeys) {
        return ofStage("$default", routeKeys);
    }

    static HttpApi ofStage(String stage, String... routeKeys) {
        return new HttpApi(stage, routes(Optional.empty(), routeKeys), Optional.empty(), Optional.empty(), Map.of());
    }

    static HttpApi withCors(HttpApi.Cors cors, String... routeKeys) {
        return new HttpApi(
                "$default", routes(Optional.empty(), routeKeys), Optional.of(cors), Optional.empty(), Map.of());
    }

    static HttpApi throttled(
            Optional<HttpApi.Throttle> throttle, Map<String, HttpApi.Throttle> byRoute, String... routeKeys) {
        return new HttpApi("$default", routes(Optional.empty(), routeKeys), Optional.empty(), throttle, byRoute);
    }

    static HttpApi secured(HttpApi.JwtAuthorizer authorizer, Set<String> scopes, String... routeKeys) {
        return new HttpApi(
                "$default",
                routes(Optional.of(new HttpApi.Authorization(authorizer, scopes)), routeKeys),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    static HttpApi.JwtAuthorizer authorizer(String issuer, String... audience) {
        return new HttpApi.JwtAuthorizer("Jwt", issuer, List.of(audience));
    }

    /** Keeps the order of declaration, which shows in {@code www-authenticate}. */
    static Set<String> scopes(String... scopes) {
        return new LinkedHashSet<>(Arrays.asList(scopes));
    }

    static HttpApi.Route route(String key) {
        return route(Optional.empty(), key);
    }

    private static List<HttpApi.Route> routes(Optional<HttpApi.Authorization> authorization, String... keys) {
        return Arrays.stream(keys).map(key -> route(authorization, key)).toList();
    }

    private static HttpApi.Route route(Optional<HttpApi.Authorization> authorization, String key) {
        String[] parts = key.equals("$default") ? new String[] {"ANY", key} : key.split(" ");
        return new HttpApi.Route(parts[0], parts[1], key, authorization);
    }
}
