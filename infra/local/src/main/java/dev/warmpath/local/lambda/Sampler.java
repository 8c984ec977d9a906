package dev.warmpath.local.lambda;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * Decides which requests are traced where the caller has not: the first of each second, and 5 % of the others.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html">Visualize Lambda function invocations using
 *     AWS X-Ray</a>
 */
final class Sampler {
    private static final double FIXED_RATE = 0.05;

    private final InstantSource clock;
    private final DoubleSupplier dice;
    private final AtomicLong lastSecond = new AtomicLong(Long.MIN_VALUE);

    /** @param dice uniform numbers from 0 (inclusive) to 1 (exclusive) */
    Sampler(InstantSource clock, DoubleSupplier dice) {
        this.clock = clock;
        this.dice = dice;
    }

    /** Samples every request. */
    static Sampler everything() {
        return new Sampler(InstantSource.system(), () -> 0);
    }

    boolean sample() {
        long second = clock.instant().getEpochSecond();
        return lastSecond.getAndSet(second) != second || dice.getAsDouble() < FIXED_RATE;
    }
}
