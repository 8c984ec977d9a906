package dev.warmpath.local.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what a function returned, in either form of payload format 2.0: an object with a {@code statusCode}, or
 * anything else as a JSON body of its own.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Lambda function response for format 2.0</a>
 */
final class ProxyResponse {
    private static final String MALFORMED = "MalformedProxyResponse";
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\x00]");

    /** What the gateway sets itself, since it belongs to one connection or follows from the body. */
    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding", "upgrade");

    private final Map<?, ?> fields;

    private ProxyResponse(Map<?, ?> fields) {
        this.fields = fields;
    }

    /** @throws Refusal if the payload is in neither form */
    static Answer read(byte[] payload) throws Refusal {
        return switch (parse(payload)) {
            case Map<?, ?> fields when fields.containsKey("statusCode") -> new ProxyResponse(fields).answer();
            case String text -> Answer.json(200, text);
            case null, default -> Answer.of(200, "application/json", payload);
        };
    }

    private static Object parse(byte[] payload) throws Refusal {
        try {
            return JSON.std.anyFrom(payload);
        } catch (IOException notJson) {
            throw malformed();
        }
    }

    private Answer answer() throws Refusal {
        byte[] body = body();
        List<Answer.Header> headers = new ArrayList<>();
        addHeaders(headers);
        addMultiValueHeaders(headers);
        addCookies(headers);
        if (body.length > 0
                && headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("content-type"))) {
            headers.add(new Answer.Header("content-type", "text/plain; charset=utf-8"));
        }
        return new Answer(status(), headers, body);
    }

    private int status() throws Refusal {
        if (fields.get("statusCode") instanceof Integer status && status >= 200 && status <= 599) {
            return status;
        }
        throw malformed();
    }

    private void addHeaders(List<Answer.Header> headers) throws Refusal {
        for (Map.Entry<?, ?> header : object("headers").entrySet()) {
            add(headers, header.getKey(), header.getValue());
        }
    }

    private void addMultiValueHeaders(List<Answer.Header> headers) throws Refusal {
        for (Map.Entry<?, ?> header : object("multiValueHeaders").entrySet()) {
            for (Object value : list(header.getValue())) {
                add(headers, header.getKey(), value);
            }
        }
    }

    private void addCookies(List<Answer.Header> headers) throws Refusal {
        for (Object cookie : list(fields.get("cookies"))) {
            add(headers, "set-cookie", cookie);
        }
    }

    private static void add(List<Answer.Header> headers, Object name, Object value) throws Refusal {
        String text = scalar(value);
        if (!HEADER_NAME.matcher((String) name).matches()
                || LINE_BREAK.matcher(text).find()) {
            throw malformed();
        }
        if (!OWN_HEADERS.contains(((String) name).toLowerCase(Locale.ROOT))) {
            headers.add(new Answer.Header((String) name, text));
        }
    }

    private byte[] body() throws Refusal {
        return switch (fields.get("body")) {
            case null -> new byte[0];
            case String text when Boolean.TRUE.equals(fields.get("isBase64Encoded")) -> decode(text);
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> throw malformed();
        };
    }

    private static byte[] decode(String text) throws Refusal {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
    }

    private Map<?, ?> object(String field) throws Refusal {
        return switch (fields.get(field)) {
            case null -> Map.of();
            case Map<?, ?> object -> object;
            default -> throw malformed();
        };
    }

    private static List<?> list(Object value) throws Refusal {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list;
            default -> throw malformed();
        };
    }

    private static String scalar(Object value) throws Refusal {
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null, default -> throw malformed();
        };
    }

    private static Refusal malformed() {
        return Refusal.internalError(MALFORMED);
    }
}
