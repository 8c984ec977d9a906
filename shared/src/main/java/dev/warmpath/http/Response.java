package dev.warmpath.http;

import dev.warmpath.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One response.
 *
 * @param headers by name in lower case
 * @param body text in UTF-8; empty for none
 */
public record Response(int status, Map<String, String> headers, String body) {

    /** A response without a body. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), "");
    }

    public static Response json(int status, Map<String, ?> object) {
        return new Response(status, Map.of("content-type", "application/json"), Json.write(object));
    }

    /**
     * This response with one more header.
     *
     * @param name in lower case
     */
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }

    /** Writes the response form of payload 2.0. */
    void write(OutputStream out) throws IOException {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("statusCode", status);
        response.put("headers", headers);
        response.put("body", body);
        response.put("isBase64Encoded", false);
        Json.write(response, out);
    }
}
