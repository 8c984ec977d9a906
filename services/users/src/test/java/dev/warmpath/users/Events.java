package dev.warmpath.users;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.json.Json;
import dev.warmpath.testing.Invocations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Events from fixture files, and handlers called with them as Lambda calls them. */
final class Events {
    private Events() {}

    static InputStream resource(String fixture) {
        return Events.class.getResourceAsStream("/events/" + fixture);
    }

    static String text(String fixture) throws IOException {
        try (InputStream in = resource(fixture)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String call(RequestStreamHandler handler, String event) throws IOException {
        return Invocations.call(handler, event);
    }

    /** {@code GET /users/{userId}} by a signed-in caller. */
    static String get(String sub, String scope, String userId, Map<String, String> headers) throws IOException {
        Map<String, Object> event = signedIn("get-user.json", sub, scope, headers);
        event.put("pathParameters", Map.of("userId", userId));
        return Json.write(event);
    }

    /** {@code POST /users} by a signed-in caller. */
    static String post(String sub, String scope, String body) throws IOException {
        Map<String, Object> event = signedIn("create-user.json", sub, scope, Map.of());
        event.put("body", body);
        return Json.write(event);
    }

    /** {@code PATCH /users/{userId}} by a signed-in caller, with a body as the gateway hands on types that are no text. */
    static String patch(String sub, String scope, String userId, Map<String, String> headers, String body)
            throws IOException {
        Map<String, Object> event = signedIn("get-user.json", sub, scope, headers);
        Json.fields(event.get("headers")).putIfAbsent("content-type", "application/merge-patch+json");
        event.put("pathParameters", Map.of("userId", userId));
        event.put("body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
        event.put("isBase64Encoded", true);
        return Json.write(event);
    }

    /** {@code GET /users} by a signed-in caller. */
    static String list(String sub, String scope, Map<String, String> query) throws IOException {
        Map<String, Object> event = signedIn("get-user.json", sub, scope, Map.of());
        event.remove("pathParameters");
        event.put("queryStringParameters", query);
        return Json.write(event);
    }

    private static Map<String, Object> signedIn(String fixture, String sub, String scope, Map<String, String> headers)
            throws IOException {
        return Invocations.signedIn(resource(fixture), sub, scope, headers);
    }
}
