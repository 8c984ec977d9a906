package dev.warmpath.local.lambda;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * Decides which requests are traced where the caller has not: the first of each second, and 5 % of the others.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html">Configuring sampling rules</a>
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

    /** X-Ray's default rule, or all requests where the settings say so. */
    static Sampler of(Settings settings, InstantSource clock) {
        return settings.traceEverything()
                ? new Sampler(clock, () -> 0)
                : new Sampler(clock, () -> ThreadLocalRandom.current().nextDouble());
    }

    boolean sample() {
        long second = clock.instant().getEpochSecond();
        return lastSecond.getAndSet(second) != second || dice.getAsDouble() < FIXED_RATE;
    }
}
