package dev.warmpath.orders;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.warmpath.json.Json;
import dev.warmpath.testing.Answer;
import dev.warmpath.testing.Invocations;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Requests of the routes that read, sent as Lambda hands them on. */
final class ReadEvents {
    private final Map<String, Object> event;

    private ReadEvents(Map<String, Object> event) {
        this.event = event;
    }

    /** A request by a signed-in caller. */
    static ReadEvents by(String sub, String scope) throws IOException {
        try (InputStream fixture = ReadEvents.class.getResourceAsStream("/priming/get-order.json")) {
            Map<String, Object> event = Invocations.signedIn(fixture, sub, scope, Map.of());
            event.remove("pathParameters");
            return new ReadEvents(event);
        }
    }

    /** A request by nobody in particular. */
    static ReadEvents unsigned() throws IOException {
        ReadEvents events = by("", "");
        Json.fields(events.event.get("requestContext")).remove("authorizer");
        return events;
    }

    ReadEvents header(String name, String value) {
        Json.fields(event.get("headers")).put(name, value);
        return this;
    }

    ReadEvents path(String parameter, String value) {
        event.put("pathParameters", Map.of(parameter, value));
        return this;
    }

    ReadEvents query(Map<String, String> query) {
        event.put("queryStringParameters", new HashMap<>(query));
        return this;
    }

    ReadEvents body(String json) {
        event.put("body", json);
        return header("content-type", "application/json");
    }

    Answer to(RequestStreamHandler handler) throws IOException {
        return Answer.of(Invocations.call(handler, Json.write(event)));
    }
}
