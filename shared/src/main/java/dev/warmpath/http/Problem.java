package dev.warmpath.http;

import dev.warmpath.json.Fault;
import dev.warmpath.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as RFC 9457 shapes it. Its type is always {@code about:blank}: status and title say which error it is.
 *
 * @param title the reason phrase of the status
 * @param detail one sentence for the caller; never the text of an exception
 * @param errors the faults of the body, by JSON pointer
 * @param headers that the answer has besides its content type, by name in lower case
 */
public record Problem(int status, String title, String detail, List<Fault> errors, Map<String, String> headers) {
    private Problem(int status, String title, String detail, List<Fault> errors) {
        this(status, title, detail, errors, Map.of());
    }

    private Problem(int status, String title, String detail) {
        this(status, title, detail, List.of());
    }

    public static Problem badRequest(String detail) {
        return new Problem(400, "Bad Request", detail);
    }

    public static Problem faultyBody(List<Fault> faults) {
        String count = faults.size() == 1 ? "a fault" : faults.size() + " faults";
        return new Problem(400, "Bad Request", "The body has " + count + ": see errors.", faults);
    }

    public static Problem unauthorized() {
        return new Problem(401, "Unauthorized", "This needs a signed-in caller.");
    }

    public static Problem forbidden(String detail, List<Fault> errors) {
        return new Problem(403, "Forbidden", detail, errors);
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "Not Found", detail);
    }

    public static Problem conflict(String detail) {
        return new Problem(409, "Conflict", detail);
    }

    public static Problem preconditionFailed(String detail) {
        return new Problem(412, "Precondition Failed", detail);
    }

    public static Problem contentTooLarge(String detail) {
        return new Problem(413, "Content Too Large", detail);
    }

    public static Problem unsupportedMediaType(String detail) {
        return new Problem(415, "Unsupported Media Type", detail);
    }

    public static Problem preconditionRequired(String detail) {
        return new Problem(428, "Precondition Required", detail);
    }

    static Problem unexpected() {
        return new Problem(500, "Internal Server Error", "Something went wrong on our side.");
    }

    static Problem overdue() {
        return new Problem(
                503, "Service Unavailable", "There was not enough time to answer; the request may be repeated.");
    }

    /**
     * This problem with one more header in its answer.
     *
     * @param name in lower case
     */
    public Problem with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, title, detail, errors, more);
    }

    /** The answer; its {@code instance} names the request, so that a caller's report leads to its log lines. */
    Response response(String requestId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", "urn:uuid:" + requestId);
        if (!errors.isEmpty()) {
            body.put("errors", errorsAsJson());
        }
        Response response = new Response(status, headers, Json.write(body));
        return response.with("content-type", "application/problem+json");
    }

    private List<Map<String, String>> errorsAsJson() {
        List<Map<String, String>> json = new ArrayList<>();
        for (Fault fault : errors) {
            Map<String, String> error = new LinkedHashMap<>();
            error.put("pointer", fault.pointer());
            error.put("detail", fault.detail());
            json.add(error);
        }
        return json;
    }
}
