package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.StartTimes;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Starts of one function, in milliseconds.
 *
 * @param restored parked restores of the optimised side; the twin has none
 */
record FunctionStarts(String function, List<Double> optimised, List<Double> baseline, List<Double> restored) {
    static FunctionStarts of(String function, Map<Side, StartTimes> sides) {
        StartTimes optimised = sides.get(Side.OPTIMISED);
        return new FunctionStarts(
                function,
                optimised.coldMilliseconds(),
                sides.get(Side.BASELINE).coldMilliseconds(),
                optimised.restoreMilliseconds());
    }

    List<Double> cold(Side side) {
        return side == Side.OPTIMISED ? optimised : baseline;
    }

    OptionalDouble medianCold(Side side) {
        return Mean.median(cold(side));
    }

    OptionalDouble medianRestore() {
        return Mean.median(restored);
    }

    /** The start of this number alone; what a function has fewer of is missing. */
    FunctionStarts only(int number) {
        return new FunctionStarts(function, at(optimised, number), at(baseline, number), at(restored, number));
    }

    private static List<Double> at(List<Double> values, int number) {
        return number < values.size() ? List.of(values.get(number)) : List.of();
    }

    FunctionStarts resampled(RandomGenerator random) {
        return new FunctionStarts(
                function,
                Trials.resample(optimised, random),
                Trials.resample(baseline, random),
                Trials.resample(restored, random));
    }
}
