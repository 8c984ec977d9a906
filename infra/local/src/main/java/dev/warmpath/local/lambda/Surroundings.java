package dev.warmpath.local.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What functions talk to, and the time they go by.
 *
 * @param clock for idle time and sampling
 * @param dice for sampling: uniform numbers from 0 (inclusive) to 1 (exclusive)
 * @param initLimit of functions without SnapStart
 */
record Surroundings(
        TraceDaemon traces,
        LogSink logs,
        InvocationListener invocations,
        InstantSource clock,
        DoubleSupplier dice,
        Duration initLimit) {
    /** Without a listener. */
    Surroundings(TraceDaemon traces, LogSink logs, InstantSource clock, Duration initLimit) {
        this(traces, logs, InvocationListener.NONE, clock, Surroundings::chance, initLimit);
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }

    /**
     * With Lambda's limit of 10 s.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-ib">Init
     *     phase</a>
     */
    static Surroundings of(TraceDaemon traces, LogSink logs, InvocationListener invocations) {
        return new Surroundings(
                traces, logs, invocations, InstantSource.system(), Surroundings::chance, Duration.ofSeconds(10));
    }
}
