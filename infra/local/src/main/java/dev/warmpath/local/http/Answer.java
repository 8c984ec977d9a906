package dev.warmpath.local.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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

    Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, more, body);
    }
}
