package dev.warmpath.local.lambda;

import java.time.Duration;
import java.util.Optional;

/** What became of one invocation, and what it took. */
public record Invocation(Result result, Report report) {
    /** How the invocation ended. */
    public sealed interface Result {
        /** The function returned this payload. */
        record Success(byte[] payload) implements Result {}

        /** The function threw, timed out, or its environment died; {@code type} is the error type as Lambda names it. */
        record FunctionError(String type, String message) implements Result {}

        /** No environment was allowed to run it: reserved concurrency is used up. */
        record Throttled() implements Result {}
    }

    /** How the environment that ran an invocation came to be ready for it. */
    public enum Start {
        /** Started on demand for this invocation. */
        COLD,
        /** Parked after its checkpoint and restored for this invocation. */
        RESTORED,
        WARM
    }

    /**
     * The figures that Lambda writes in its REPORT line.
     *
     * @param environmentId such as {@code GetUser-2}; empty if throttled
     * @param preparation time spent on init or restore before the handler ran; zero when warm
     * @param duration time from the event's delivery to the function's answer
     * @param billed what Lambda would bill, whole milliseconds
     * @param snapshot time this call waited for a snapshot to be made, which on Lambda happens when a version is
     *     published; empty if one was parked already, and always without SnapStart
     * @param memoryUsedMegabytes peak resident memory of the environment, at most 100 ms old; 0 where the system does
     *     not tell
     */
    public record Report(
            String requestId,
            String environmentId,
            Start start,
            Duration preparation,
            Duration duration,
            Duration billed,
            Optional<Duration> snapshot,
            int memorySizeMegabytes,
            int memoryUsedMegabytes) {}
}
