package dev.warmpath.http;

import dev.warmpath.json.InvalidJson;
import dev.warmpath.json.JsonObject;
import java.util.Locale;
import java.util.regex.Pattern;

/** The body of a request that must be JSON. */
public final class JsonBody {
    /** Largest body in bytes, after decoding. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DEPTH = 8;
    private static final Pattern JSON_TYPE =
            Pattern.compile("application/(?:[a-z0-9.+-]+\\+)?json\\s*(?:;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");

    private JsonBody() {}

    /** Makes a value of a body that it has fully checked. */
    @FunctionalInterface
    public interface Shape<T> {
        T from(JsonObject body) throws InvalidJson;
    }

    /**
     * Reads the body as one JSON object.
     *
     * @throws ProblemException 413 for a body over {@value #MAX_BYTES} bytes, 415 for one not declared as JSON, 400 with all
     *     faults for one that is malformed, nested deeper than {@value #MAX_DEPTH} levels, or not of the shape
     */
    public static <T> T read(Request request, Shape<T> shape) {
        checkSize(request);
        checkType(request);
        try {
            return shape.from(JsonObject.read(request.body(), MAX_DEPTH));
        } catch (InvalidJson e) {
            throw new ProblemException(Problem.faultyBody(e.faults()));
        }
    }

    private static void checkSize(Request request) {
        if (request.body().length > MAX_BYTES) {
            throw new ProblemException(Problem.contentTooLarge("The body must not be larger than 1 MiB."));
        }
    }

    private static void checkType(Request request) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (!JSON_TYPE.matcher(type.strip()).matches()) {
            throw new ProblemException(
                    Problem.unsupportedMediaType("The body must be sent as content-type: application/json."));
        }
    }
}
