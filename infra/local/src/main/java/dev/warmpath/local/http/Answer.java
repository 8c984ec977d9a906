package dev.warmpath.local.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A complete HTTP response. */
record Answer(int status, List<Header> headers, byte[] body) {
    /** One header line; a name may occur on several. */
    record Header(String name, String value) {}

    static Answer json(int status, String json) {
        return of(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, List.of(new Header("content-type", contentType)), body);
    }

    /** An answer of the gateway itself, in the form that HTTP APIs give it; the text must need no JSON escapes. */
    static Answer message(int status, String message) {
        return json(status, "{\"message\":\"" + message + "\"}");
    }

    /** An answer of the local run itself, to what is none of the API's. */
    static Answer problem(int status, String title, String detail) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("status", status);
        fields.put("detail", detail);
        try {
            return of(status, "application/problem+json", JSON.std.asBytes(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer noSuchRoute(ApiRequest request) {
        return problem(404, "Not Found", "The gateway has no " + request.method() + " " + request.path() + ".");
    }

    Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, more, body);
    }
}
