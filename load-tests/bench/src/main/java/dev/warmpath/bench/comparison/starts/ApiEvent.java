package dev.warmpath.bench.comparison.starts;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the HTTP API hands it to a function.
 *
 * @param route such as {@code GET /orders/{orderId}}
 * @param path of the request, without its query
 * @param caller whose token it carries
 * @param scope of the token
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda
 *     integrations of HTTP APIs</a>
 */
record ApiEvent(
        String route,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Optional<Object> body,
        String caller,
        String scope) {
    static final String OWNER = "bench";

    private static final String SCOPES = "users:read users:write orders:read orders:write";
    private static final String MODEL = "/events/get-user.json";

    /** By the owner of the data. */
    static ApiEvent to(String route, String path) {
        return new ApiEvent(route, path, Map.of(), Map.of(), Optional.empty(), OWNER, SCOPES);
    }

    ApiEvent asAdmin() {
        return new ApiEvent(route, path, query, headers, body, caller, SCOPES + " admin");
    }

    ApiEvent by(String anotherCaller) {
        return new ApiEvent(route, path, query, headers, body, anotherCaller, scope);
    }

    ApiEvent where(String name, String value) {
        return new ApiEvent(route, path, plus(query, name, value), headers, body, caller, scope);
    }

    /** @param name in lower case, as HTTP APIs pass them on */
    ApiEvent with(String name, String value) {
        return new ApiEvent(route, path, query, plus(headers, name, value), body, caller, scope);
    }

    ApiEvent body(Object json) {
        return new ApiEvent(route, path, query, headers, Optional.of(json), caller, scope)
                .with("content-type", "application/json");
    }

    private static Map<String, String> plus(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return more;
    }

    byte[] json() {
        try (InputStream in = ApiEvent.class.getResourceAsStream(MODEL)) {
            Map<String, Object> event = JSON.std.mapFrom(in);
            fill(event);
            return JSON.std.asBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Map<String, Object> event) throws IOException {
        event.put("routeKey", route);
        event.put("rawPath", path);
        event.put("pathParameters", pathParameters());
        if (!query.isEmpty()) {
            event.put("rawQueryString", queryText());
            event.put("queryStringParameters", query);
        }
        map(event, "headers").putAll(headers);
        if (body.isPresent()) {
            event.put("body", JSON.std.asString(body.get()));
        }
        fillContext(map(event, "requestContext"));
    }

    private void fillContext(Map<String, Object> context) {
        context.put("routeKey", route);
        Map<String, Object> http = map(context, "http");
        http.put("method", route.substring(0, route.indexOf(' ')));
        http.put("path", path);
        Map<String, Object> claims = map(map(map(context, "authorizer"), "jwt"), "claims");
        claims.put("sub", caller);
        claims.put("scope", scope);
    }

    private String queryText() {
        StringBuilder text = new StringBuilder();
        query.forEach((name, value) -> text.append('&').append(name).append('=').append(value));
        return text.substring(1);
    }

    private Map<String, String> pathParameters() {
        String[] names = route.substring(route.indexOf(' ') + 1).split("/");
        String[] values = path.split("/");
        Map<String, String> parameters = new HashMap<>();
        for (int part = 0; part < names.length; part++) {
            if (names[part].startsWith("{")) {
                parameters.put(names[part].substring(1, names[part].length() - 1), values[part]);
            }
        }
        return parameters;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> event, String key) {
        return (Map<String, Object>) event.get(key);
    }
}
