package dev.warmpath.baseline.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class ApiException extends RuntimeException {
    private final int status;
    private final String title;
    private final transient List<Fault> errors;
    private final transient Map<String, String> headers;

    public ApiException(int status, String title, String detail) {
        this(status, title, detail, List.of(), Map.of());
    }

    public ApiException(int status, String title, String detail, List<Fault> errors, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    public static ApiException badRequest(String detail) {
        return new ApiException(400, "Bad Request", detail);
    }

    public static ApiException faultyBody(List<Fault> faults) {
        String count = faults.size() == 1 ? "a fault" : faults.size() + " faults";
        return new ApiException(400, "Bad Request", "The body has " + count + ": see errors.", faults, Map.of());
    }

    public static ApiException forbidden(String detail) {
        return new ApiException(403, "Forbidden", detail);
    }

    public static ApiException forbidden(String detail, List<Fault> faults) {
        return new ApiException(403, "Forbidden", detail, faults, Map.of());
    }

    public static ApiException notFound(String detail) {
        return new ApiException(404, "Not Found", detail);
    }

    public ApiException with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ApiException(status, title, getMessage(), errors, more);
    }

    public static ApiException conflict(String detail) {
        return new ApiException(409, "Conflict", detail);
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public List<Fault> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
