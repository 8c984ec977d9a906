package dev.warmpath.local.lambda;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.lambda.Invocation.Result.FunctionError;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Errors of invocations under the names that Lambda gives them. */
final class Failures {
    static final String EXITED = "Runtime.ExitError";

    private static final int SIGNAL_BASE = 128;

    private Failures() {}

    /** What the runtime client posted. */
    static FunctionError reported(byte[] json) {
        try {
            Map<String, Object> error = JSON.std.mapFrom(json);
            return new FunctionError(text(error, "errorType", "Runtime.Unknown"), text(error, "errorMessage", ""));
        } catch (IOException e) {
            return new FunctionError("Runtime.Unknown", "The runtime reported an error that is not JSON.");
        }
    }

    private static String text(Map<String, Object> error, String name, String otherwise) {
        return error.get(name) instanceof String value ? value : otherwise;
    }

    static FunctionError timedOut(Duration timeout) {
        double seconds = timeout.toMillis() / 1000.0;
        return new FunctionError(
                "Sandbox.Timedout", String.format(Locale.ROOT, "Task timed out after %.2f seconds", seconds));
    }

    static FunctionError restoreTimedOut(Duration limit) {
        return new FunctionError(
                "SnapStartTimeoutException", "Restore hooks took longer than " + limit.toSeconds() + " seconds.");
    }

    static FunctionError exited(int status) {
        String reason = switch (status) {
            case 0 -> "Runtime exited without providing a reason";
            case SIGNAL_BASE + 9 -> "Runtime exited with error: signal: killed";
            case SIGNAL_BASE + 15 -> "Runtime exited with error: signal: terminated";
            default -> "Runtime exited with error: exit status " + status;
        };
        return new FunctionError(EXITED, reason);
    }

    static FunctionError ended(String why) {
        return new FunctionError(EXITED, why);
    }

    static FunctionError responseTooLarge() {
        return new FunctionError(
                "Function.ResponseSizeTooLarge",
                "Response payload size exceeded maximum allowed payload size (" + RuntimeApi.MAX_RESPONSE_BYTES
                        + " bytes).");
    }
}
