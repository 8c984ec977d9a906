package dev.warmpath.local.template;

import dev.warmpath.local.template.HttpApi.Route;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An event of type {@code HttpApi}: one route of a function.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-httpapi.html">
 * HttpApi</a>, and <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Create routes for HTTP
 * APIs</a>.
 */
record HttpApiEvent(String function, Properties properties) {
    private static final String CATCH_ALL = "$default";
    private static final String ANY = "ANY";
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", ANY);

    Route route(Authorizers authorizers) {
        properties.word("PayloadFormatVersion", Set.of("2.0"));
        properties.refuse("TimeoutInMillis", "the function's Timeout");
        return new Route(method(), path(), function, authorizers.guard(properties.child("Auth")));
    }

    String routeKey() {
        return path().equals(CATCH_ALL) ? CATCH_ALL : method() + " " + path();
    }

    private String method() {
        String method = properties.text("Method").orElse(ANY);
        String name = method.equals("x-amazon-apigateway-any-method") ? ANY : method.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(name)) {
            throw properties.at("Method").error("\"" + method + "\" is no HTTP method; expected one of " + METHODS);
        }
        return name;
    }

    private String path() {
        if (!properties.has("Path")) {
            requireNoMethod();
            return CATCH_ALL;
        }
        String path = properties.requiredText("Path");
        if (!path.equals(CATCH_ALL)) {
            requireSegments(path);
        }
        return path;
    }

    private void requireNoMethod() {
        if (properties.has("Method")) {
            throw properties.error("Path is missing; expected one beside Method");
        }
    }

    private void requireSegments(String path) {
        if (!path.startsWith("/")) {
            throw properties.at("Path").error("\"" + path + "\" is no path; expected one that starts with /");
        }
        List<String> segments = Arrays.asList(path.substring(1).split("/", -1));
        segments.subList(0, segments.size() - 1).forEach(segment -> requireSegment(segment, "[^{}]*|\\{[\\w.:-]+}"));
        requireSegment(segments.getLast(), "[^{}]*|\\{[\\w.:-]+\\+?}");
        requireDistinctVariables(segments);
    }

    private void requireSegment(String segment, String allowed) {
        if (!segment.matches(allowed)) {
            throw properties
                    .at("Path")
                    .error("\"" + segment + "\" is no path segment; expected text, {name}, or {name+} at the end");
        }
    }

    private void requireDistinctVariables(List<String> segments) {
        Set<String> variables = new HashSet<>();
        for (String segment : segments) {
            if (segment.startsWith("{") && !variables.add(segment.replace("+", ""))) {
                throw properties.at("Path").error("the variable " + segment + " stands twice; expected it once");
            }
        }
    }
}
