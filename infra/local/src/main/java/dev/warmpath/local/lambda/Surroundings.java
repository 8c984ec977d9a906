package dev.warmpath.local.lambda;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What functions talk to, and the time they go by.
 *
 * @param clock for idle time and sampling
 * @param initLimit of functions without SnapStart
 */
record Surroundings(
        TraceDaemon traces, LogSink logs, InvocationListener invocations, InstantSource clock, Duration initLimit) {
    /** Without a listener. */
    Surroundings(TraceDaemon traces, LogSink logs, InstantSource clock, Duration initLimit) {
        this(traces, logs, InvocationListener.NONE, clock, initLimit);
    }

    /**
     * With Lambda's limit of 10 s.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-ib">Init
     *     phase</a>
     */
    static Surroundings of(TraceDaemon traces, LogSink logs, InvocationListener invocations) {
        return new Surroundings(traces, logs, invocations, InstantSource.system(), Duration.ofSeconds(10));
    }
}
