package dev.warmpath.local.http;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.lambda.Invocation.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code POST /_warmpath/invoke/{function}}: runs a function with the request's body as its event and answers as Lambda's
 * own API does: a failed function has status 200 too, and a header that says so.
 *
 * <p>The body must be declared as JSON, which a web page could not do without asking first.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
final class InvokeRoute {
    /** First segment behind the reserved prefix. */
    static final String SEGMENT = "invoke";

    private static final String JSON_TYPE = "application/json";
    private static final String NO_TRACE = "";

    private final DirectInvocations functions;

    InvokeRoute(DirectInvocations functions) {
        this.functions = functions;
    }

    Answer answer(ApiRequest request) throws InterruptedException {
        Optional<Answer> refusal = refusal(request);
        return refusal.isPresent() ? refusal.get() : invoke(request.segments().getLast(), request.body());
    }

    private static Optional<Answer> refusal(ApiRequest request) {
        if (request.comesFromAPage()) {
            return Optional.of(Answer.problem(
                    403, "Forbidden", "Functions are invoked by programs on this machine, not by web pages."));
        }
        if (!request.method().equals("POST")) {
            return Optional.of(Answer.problem(405, "Method Not Allowed", "A function is invoked with POST."));
        }
        if (!request.header("content-type").orElse("").equalsIgnoreCase(JSON_TYPE)) {
            return Optional.of(Answer.problem(415, "Unsupported Media Type", "An event is " + JSON_TYPE + "."));
        }
        if (request.body().length > Integration.EVENT_LIMIT) {
            return Optional.of(Answer.problem(413, "Content Too Large", "An event has at most 6 MB."));
        }
        return request.body().length > 0 && !isJson(request.body())
                ? Optional.of(Answer.problem(400, "Bad Request", "The event is not valid JSON."))
                : Optional.empty();
    }

    private static boolean isJson(byte[] body) {
        try {
            JSON.std.anyFrom(body);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Answer invoke(String function, byte[] body) throws InterruptedException {
        Supplier<byte[]> otherwise = functions.defaultEvents().get(function);
        if (otherwise == null) {
            return Answer.problem(
                    404,
                    "Not Found",
                    "There is no function " + function + "; there are "
                            + String.join(", ", functions.defaultEvents().keySet()) + ".");
        }
        byte[] event = body.length > 0 ? body : otherwise.get();
        return switch (functions.invoker().invoke(function, NO_TRACE, event).result()) {
            case Result.Success success -> Answer.of(200, JSON_TYPE, success.payload());
            case Result.FunctionError error -> failed(error);
            case Result.Throttled _ ->
                Answer.problem(
                        429,
                        "Too Many Requests",
                        "The function's reserved concurrency is used up; try again when it is free.");
        };
    }

    private static Answer failed(Result.FunctionError error) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("errorType", error.type());
        fields.put("errorMessage", error.message());
        try {
            return Answer.of(200, JSON_TYPE, JSON.std.asBytes(fields)).with("x-amz-function-error", "Unhandled");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
