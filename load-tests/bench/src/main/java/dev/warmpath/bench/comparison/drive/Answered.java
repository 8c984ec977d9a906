package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.mix.Request;
import java.util.List;

/**
 * A request that was answered as it should be; times are of {@link System#nanoTime}.
 *
 * @param orderIds of the orders that it placed, in their order
 */
record Answered(Request request, long due, long at, List<String> orderIds) {
    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final double MICROS_PER_MILLISECOND = 1e3;

    double milliseconds() {
        return rounded((at - due) / NANOS_PER_MILLISECOND);
    }

    /** To microseconds, which is more exact than any of these figures. */
    static double rounded(double milliseconds) {
        return Math.round(milliseconds * MICROS_PER_MILLISECOND) / MICROS_PER_MILLISECOND;
    }
}
