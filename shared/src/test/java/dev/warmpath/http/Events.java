package dev.warmpath.http;

import dev.warmpath.deadline.Deadline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Requests and events of the tests. */
final class Events {
    private Events() {}

    static Request request(String fixture) throws IOException {
        try (InputStream in = Events.class.getResourceAsStream("events/" + fixture)) {
            return Request.read(in, Deadline.in(Duration.ofSeconds(10)));
        }
    }

    static Request get(Map<String, String> query) {
        return new Request(
                "GET",
                "GET /users",
                "/users",
                Map.of(),
                query,
                Map.of(),
                new byte[0],
                Optional.empty(),
                Deadline.in(Duration.ofSeconds(10)));
    }

    static Request post(Map<String, String> headers, byte[] body) {
        return new Request(
                "POST",
                "POST /users",
                "/users",
                Map.of(),
                Map.of(),
                headers,
                body,
                Optional.empty(),
                Deadline.in(Duration.ofSeconds(10)));
    }

    static InputStream event(String fixture) {
        return Events.class.getResourceAsStream("events/" + fixture);
    }

    static InputStream text(String event) {
        return new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    }

    static String handle(HttpFunction function, InputStream event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HttpHandler(function).handleRequest(event, out, new TestContext());
        return out.toString(StandardCharsets.UTF_8);
    }
}
