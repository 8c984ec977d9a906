package dev.warmpath.local.contract;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One request and what it was answered. */
public record Exchange(
        String method,
        URI uri,
        HttpHeaders requestHeaders,
        String requestBody,
        int status,
        HttpHeaders headers,
        String body) {

    public static Exchange of(HttpRequest request, HttpResponse<String> response) {
        return new Exchange(
                request.method(),
                request.uri(),
                request.headers(),
                request.bodyPublisher().map(SentBody::text).orElse(""),
                response.statusCode(),
                response.headers(),
                response.body());
    }

    boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    /** Query parameters by name, as sent. */
    Map<String, String> query() {
        String query = uri.getRawQuery();
        return query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(parameter -> parameter.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0],
                                pair -> pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                                (first, next) -> first + "," + next));
    }

    /** A content type without its parameters; empty for none. */
    static String mediaType(HttpHeaders headers) {
        String type = headers.firstValue("content-type").orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return method + " " + uri.getRawPath() + " -> " + status;
    }
}
