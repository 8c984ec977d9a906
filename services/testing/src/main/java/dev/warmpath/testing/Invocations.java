package dev.warmpath.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Handlers, called with events as Lambda calls them. */
public final class Invocations {
    private Invocations() {}

    /** What the handler writes. */
    public static String call(RequestStreamHandler handler, String event) throws IOException {
        return call(handler, event, new TestContext());
    }

    /** What the handler writes. */
    public static String call(RequestStreamHandler handler, String event, Context context) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** An event of the HTTP API, sent by this caller, with these headers besides those of the fixture. */
    public static Map<String, Object> signedIn(
            InputStream fixture, String sub, String scope, Map<String, String> headers) throws IOException {
        Map<String, Object> event = Json.read(fixture);
        Json.fields(event.get("headers")).putAll(headers);
        Map<String, Object> authorizer =
                Json.fields(Json.fields(event.get("requestContext")).get("authorizer"));
        Map<String, Object> claims =
                Json.fields(Json.fields(authorizer.get("jwt")).get("claims"));
        claims.put("sub", sub);
        claims.put("scope", scope);
        return event;
    }
}
