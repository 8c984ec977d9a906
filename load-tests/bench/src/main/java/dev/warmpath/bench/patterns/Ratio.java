package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Samples;

/**
 * How a figure with a pattern compares with that without it.
 *
 * @param median over rounds
 * @param low 10th percentile over rounds, which with 10 or fewer is the lowest
 * @param high 90th percentile over rounds, which with fewer than 10 is the highest
 */
record Ratio(double median, double low, double high) {

    static Ratio of(Samples byRound) {
        return new Ratio(byRound.median(), byRound.p10(), byRound.p90());
    }

    boolean isLess() {
        return high < 1;
    }

    boolean isMore() {
        return low > 1;
    }
}
