package dev.warmpath.local.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request taken apart once, for everything that looks at it.
 *
 * @param path decoded, as other than its name says {@code rawPath} is in the events of HTTP APIs
 * @param segments of the path, decoded
 * @param query as sent, without the question mark; empty where there is none
 * @param headers by lower-case name, values of one name joined by comma, cookies left out
 * @param cookies as sent, such as {@code name=value}
 * @param id the gateway's id for the request
 */
record ApiRequest(
        String method,
        String path,
        List<String> segments,
        String query,
        Map<String, String> headers,
        List<String> cookies,
        byte[] body,
        String protocol,
        String sourceIp,
        Instant received,
        String id) {
    private static final Pattern LOOPBACK = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");

    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** A page's requests carry its origin; a name that was rebound to this machine shows as a foreign host. */
    boolean comesFromAPage() {
        return header("origin").isPresent()
                || !LOOPBACK.matcher(header("host").orElse("")).matches();
    }

    /** The trace header with which the request goes on. */
    String traceHeader() {
        return headers.get(TraceHeader.NAME);
    }
}
