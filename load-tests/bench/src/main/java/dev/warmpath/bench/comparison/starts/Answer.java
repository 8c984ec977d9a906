package dev.warmpath.bench.comparison.starts;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** What a function of the API answered. */
record Answer(Map<String, Object> response) {
    static Answer of(String json) {
        return new Answer(map(json));
    }

    /** @param name in lower case */
    String header(String name) {
        Map<?, ?> headers = (Map<?, ?>) response.get("headers");
        return headers.entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(String.valueOf(header.getKey())))
                .map(header -> String.valueOf(header.getValue()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No header " + name + " in " + response));
    }

    /** Of the JSON body. */
    String field(String name) {
        return String.valueOf(map(String.valueOf(response.get("body"))).get(name));
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
