package dev.warmpath.local.http;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/**
 * Reads a request with the headers that API Gateway adds.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Lambda integrations of HTTP APIs</a>
 */
final class RequestReader {
    private static final int ID_BYTES = 11;
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "expect",
            "http2-settings",
            "keep-alive",
            "proxy-connection",
            "te",
            "transfer-encoding",
            "upgrade");

    private final InstantSource clock;

    RequestReader(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws Refusal if the path is none, or the body larger than an HTTP API takes */
    ApiRequest read(Request request, String id) throws IOException, Refusal {
        Instant now = clock.instant();
        List<String> segments = segments(request);
        byte[] body = RequestBody.read(request);
        Map<String, String> headers = headers(request);
        List<String> cookies = cookies(headers.remove("cookie"));
        addGatewayHeaders(headers, request, body.length, now);
        String query = request.getHttpURI().getQuery();
        return new ApiRequest(
                request.getMethod(),
                "/" + String.join("/", segments),
                segments,
                query == null ? "" : query,
                headers,
                cookies,
                body,
                request.getConnectionMetaData().getProtocol(),
                Request.getRemoteAddr(request),
                now,
                id);
    }

    private static List<String> segments(Request request) throws Refusal {
        String path = request.getHttpURI().getPath();
        if (path == null || !path.startsWith("/")) {
            throw Refusal.badRequest();
        }
        return PercentEncoding.segments(path);
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> headers = new TreeMap<>();
        for (HttpField field : request.getHeaders()) {
            String name = field.getLowerCaseName();
            String separator = name.equals("cookie") ? "; " : ",";
            String value = field.getValue() == null ? "" : field.getValue();
            headers.merge(name, value, (first, next) -> first + separator + next);
        }
        headers.keySet().removeAll(HOP_BY_HOP);
        return headers;
    }

    private static List<String> cookies(String header) {
        List<String> cookies = new ArrayList<>();
        if (header != null) {
            for (String cookie : header.split(";")) {
                if (!cookie.isBlank()) {
                    cookies.add(cookie.strip());
                }
            }
        }
        return cookies;
    }

    private static void addGatewayHeaders(Map<String, String> headers, Request request, int length, Instant now) {
        headers.put("content-length", Integer.toString(length));
        headers.merge("x-forwarded-for", Request.getRemoteAddr(request), (sent, last) -> sent + ", " + last);
        headers.put("x-forwarded-port", Integer.toString(Request.getLocalPort(request)));
        headers.put("x-forwarded-proto", "http");
        headers.compute(TraceHeader.NAME, (name, sent) -> TraceHeader.of(sent, now));
    }

    /** An id of the form that API Gateway gives, such as {@code JKJaXmPLvHcESHA=}. */
    static String newId() {
        byte[] id = new byte[ID_BYTES];
        ThreadLocalRandom.current().nextBytes(id);
        return Base64.getUrlEncoder().encodeToString(id);
    }
}
