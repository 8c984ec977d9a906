package dev.warmpath.http;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request.
 *
 * @param routeKey the route that matched, such as {@code GET /users/{userId}}
 * @param path as sent, without the query
 * @param pathParameters decoded, by the name in the route
 * @param query decoded; values of a repeated name are joined by comma
 * @param headers by name in lower case; values of a repeated name are joined by comma
 * @param body decoded if the gateway encoded it; empty if there is none
 * @param caller none on a route without authorizer
 * @param deadline by which it must be answered
 */
public record Request(
        String method,
        String routeKey,
        String path,
        Map<String, String> pathParameters,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        Optional<Caller> caller,
        Deadline deadline) {
    private static final Pattern NO_CACHE = Pattern.compile("(?i)(?:^|[\\s,])no-cache(?:$|[\\s,])");

    /**
     * Reads an event of payload format 2.0 ("Create AWS Lambda proxy integrations for HTTP APIs in API Gateway").
     *
     * @throws IOException if it is not such an event
     */
    static Request read(InputStream in, Deadline deadline) throws IOException {
        Map<String, Object> event = Json.read(in);
        if (!"2.0".equals(event.get("version"))) {
            throw new IOException("The event is not one of an HTTP API in payload format 2.0");
        }
        Map<String, Object> context = Json.fields(event.get("requestContext"));
        Map<String, Object> http = Json.fields(context.get("http"));
        Map<String, Object> jwt =
                Json.fields(Json.fields(context.get("authorizer")).get("jwt"));
        return new Request(
                text(http.get("method")),
                text(event.get("routeKey")),
                text(event.get("rawPath")),
                texts(event.get("pathParameters")),
                texts(event.get("queryStringParameters")),
                headers(event.get("headers")),
                body(event),
                Caller.of(Json.fields(jwt.get("claims"))),
                deadline);
    }

    /** The value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * The value of a parameter of the route's path.
     *
     * @throws IllegalArgumentException if the route has no such parameter
     */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route " + routeKey + " has no path parameter " + name);
        }
        return value;
    }

    /**
     * The caller on a route that needs one.
     *
     * @throws ProblemException 401 if the route lets everybody in, so that a forgotten authorizer opens nothing
     */
    public Caller signedInCaller() {
        return caller.orElseThrow(() -> new ProblemException(Problem.unauthorized()));
    }

    /** Whether the caller wants no stored answer: {@code Cache-Control: no-cache} (RFC 9111, section 5.2.1.4). */
    public boolean asksPastCaches() {
        return header("cache-control")
                .filter(directives -> NO_CACHE.matcher(directives).find())
                .isPresent();
    }

    private static byte[] body(Map<String, Object> event) {
        String body = text(event.get("body"));
        return Boolean.TRUE.equals(event.get("isBase64Encoded"))
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> texts(Object object) {
        Map<String, String> texts = new HashMap<>();
        Json.fields(object).forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static Map<String, String> headers(Object object) {
        Map<String, String> headers = new HashMap<>();
        Json.fields(object).forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), text(value)));
        return headers;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
