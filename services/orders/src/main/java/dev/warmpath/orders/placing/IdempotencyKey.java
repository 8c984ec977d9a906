package dev.warmpath.orders.placing;

import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import dev.warmpath.json.TextRule;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a caller names a request by, so that it orders once however often it is sent. */
public final class IdempotencyKey {
    private static final Pattern FORM = Pattern.compile("[ -~]{1,128}");
    private static final String EXPECTED = "must be 1 to 128 printable ASCII characters";

    static final TextRule RULE = IdempotencyKey::faultOf;

    private IdempotencyKey() {}

    /**
     * The {@code Idempotency-Key} header, if the request has it.
     *
     * @throws ProblemException 400 if it is no key
     */
    public static Optional<String> of(Request request) {
        Optional<String> key = request.header("idempotency-key");
        key.flatMap(IdempotencyKey::faultOf).ifPresent(fault -> {
            throw new ProblemException(Problem.badRequest("Idempotency-Key " + fault + "."));
        });
        return key;
    }

    private static Optional<String> faultOf(String text) {
        return FORM.matcher(text).matches() ? Optional.empty() : Optional.of(EXPECTED);
    }
}
