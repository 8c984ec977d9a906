package dev.warmpath.bench.comparison.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Means of a few values. */
final class Mean {
    private Mean() {}

    /** Empty of no values, and where one of them is missing. */
    static OptionalDouble geometric(Stream<OptionalDouble> values) {
        List<OptionalDouble> all = values.toList();
        if (all.isEmpty() || !all.stream().allMatch(OptionalDouble::isPresent)) {
            return OptionalDouble.empty();
        }
        double logarithms =
                all.stream().mapToDouble(value -> Math.log(value.getAsDouble())).sum();
        return OptionalDouble.of(Math.exp(logarithms / all.size()));
    }

    static OptionalDouble median(List<Double> values) {
        int count = values.size();
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return count == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sorted[(count - 1) / 2] + sorted[count / 2]) / 2);
    }
}
