package dev.warmpath.testing;

import dev.warmpath.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a handler answered. */
public record Answer(int status, Map<String, Object> headers, String body) {
    public static Answer of(String response) {
        Map<String, Object> fields = parsed(response);
        return new Answer(
                (int) fields.get("statusCode"), Json.fields(fields.get("headers")), (String) fields.get("body"));
    }

    public Map<String, Object> json() {
        return parsed(body);
    }

    /** Where the body of the request has faults. */
    public List<String> pointers() {
        List<?> errors = (List<?>) json().get("errors");
        return errors.stream()
                .map(error -> (String) Json.fields(error).get("pointer"))
                .toList();
    }

    public String header(String name) {
        return (String) headers.get(name);
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return Json.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Not a JSON object: " + json, e);
        }
    }
}
