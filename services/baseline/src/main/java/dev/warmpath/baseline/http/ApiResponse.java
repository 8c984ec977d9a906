package dev.warmpath.baseline.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public record ApiResponse(int status, Map<String, String> headers, Optional<Object> body) {
    public static ApiResponse empty(int status) {
        return new ApiResponse(status, Map.of(), Optional.empty());
    }

    public static ApiResponse of(int status, Object body) {
        return new ApiResponse(status, Map.of("content-type", "application/json"), Optional.of(body));
    }

    public ApiResponse with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ApiResponse(status, more, body);
    }
}
