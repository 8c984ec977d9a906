package dev.warmpath.local.http;

import dev.warmpath.local.template.HttpApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers preflight requests, and sets the CORS headers of answers in place of the function's own.
 *
 * <p>The answers of the gateway itself get them as well, so that a page can read why it was refused.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">CORS for HTTP APIs</a>
 */
final class Cors {
    private static final String HEADER_PREFIX = "access-control-";

    private final HttpApi.Cors settings;

    Cors(HttpApi.Cors settings) {
        this.settings = settings;
    }

    /**
     * The answer to a preflight request, empty for any other request; an origin that is not allowed gets no headers.
     */
    Optional<Answer> preflight(ApiRequest request) {
        boolean preflight = request.method().equals("OPTIONS")
                && request.header("origin").isPresent()
                && request.header("access-control-request-method").isPresent();
        return preflight ? Optional.of(new Answer(204, preflightHeaders(request), new byte[0])) : Optional.empty();
    }

    private List<Answer.Header> preflightHeaders(ApiRequest request) {
        List<Answer.Header> headers = originHeaders(request);
        if (!headers.isEmpty()) {
            add(headers, "allow-methods", settings.allowMethods());
            add(headers, "allow-headers", settings.allowHeaders());
            settings.maxAge().ifPresent(age -> add(headers, "max-age", List.of(Long.toString(age.toSeconds()))));
        }
        return headers;
    }

    /** The answer with this API's CORS headers and no others. */
    Answer apply(ApiRequest request, Answer answer) {
        List<Answer.Header> headers = new ArrayList<>(answer.headers());
        headers.removeIf(header -> header.name().regionMatches(true, 0, HEADER_PREFIX, 0, HEADER_PREFIX.length()));
        List<Answer.Header> own = originHeaders(request);
        if (!own.isEmpty()) {
            add(own, "expose-headers", settings.exposeHeaders());
            headers.addAll(own);
        }
        return new Answer(answer.status(), headers, answer.body());
    }

    private List<Answer.Header> originHeaders(ApiRequest request) {
        List<Answer.Header> headers = new ArrayList<>();
        request.header("origin").flatMap(this::allowed).ifPresent(origin -> {
            add(headers, "allow-origin", List.of(origin));
            if (settings.allowCredentials()) {
                add(headers, "allow-credentials", List.of("true"));
            }
        });
        return headers;
    }

    private Optional<String> allowed(String origin) {
        if (settings.allowOrigins().contains("*")) {
            return Optional.of("*");
        }
        return settings.allowOrigins().stream().anyMatch(allowed -> matches(allowed, origin))
                ? Optional.of(origin)
                : Optional.empty();
    }

    /** An allowed origin may end in an asterisk, such as {@code https://*}. */
    private static boolean matches(String allowed, String origin) {
        return allowed.endsWith("*")
                ? origin.startsWith(allowed.substring(0, allowed.length() - 1))
                : allowed.equals(origin);
    }

    private static void add(List<Answer.Header> headers, String name, List<String> values) {
        if (!values.isEmpty()) {
            headers.add(new Answer.Header(HEADER_PREFIX + name, String.join(",", values)));
        }
    }
}
