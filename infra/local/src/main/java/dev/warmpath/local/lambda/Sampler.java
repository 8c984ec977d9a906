package dev.warmpath.local.lambda;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/**
 * Decides which requests are traced where the caller has not: the first of each second, and 5 % of the others. All functions of
 * a run have one in common, since the one request a second applies to all services together that use the rule.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html">Configuring sampling rules</a>
 * @see <a href="https://docs.aws.amazon.com/xray/latest/api/API_SamplingRule.html">SamplingRule</a> for its reservoir
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
    static Sampler of(Settings settings, Surroundings surroundings) {
        return new Sampler(surroundings.clock(), settings.traceEverything() ? () -> 0 : surroundings.dice());
    }

    boolean sample() {
        long second = clock.instant().getEpochSecond();
        return lastSecond.getAndSet(second) != second || dice.getAsDouble() < FIXED_RATE;
    }
}
