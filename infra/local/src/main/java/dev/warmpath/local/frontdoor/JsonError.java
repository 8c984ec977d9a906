package dev.warmpath.local.frontdoor;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An error as services answer it that speak AWS's JSON protocol.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0 protocol</a>
 */
final class JsonError {
    private JsonError() {}

    /**
     * Makes one.
     *
     * @param status with its phrase, such as {@code 400 Bad Request}
     * @param type the error's code behind the service's namespace
     */
    static Message of(String status, String type, String text) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("__type", type);
        fields.put("message", text);
        return Message.of("HTTP/1.1 " + status, json(fields))
                .with("Content-Type", "application/x-amz-json-1.0")
                .with("x-amzn-RequestId", UUID.randomUUID().toString());
    }

    private static byte[] json(Map<String, Object> fields) {
        try {
            return JSON.std.asBytes(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
