package dev.warmpath.bench.comparison.report;

import java.util.List;
import java.util.Optional;

/** From the lowest to the highest of some ratios. */
record Range(double from, double to) {
    private static final double TAIL = 0.025;

    static Optional<Range> of(List<Double> ratios) {
        return ratios.size() < 2 ? Optional.empty() : Optional.of(between(ratios, 0));
    }

    /** What holds 95 % of them, with as many left out below as above. */
    static Optional<Range> most(List<Double> ratios) {
        return ratios.size() < 2 ? Optional.empty() : Optional.of(between(ratios, TAIL));
    }

    private static Range between(List<Double> ratios, double tail) {
        List<Double> sorted = ratios.stream().sorted().toList();
        int leftOut = (int) (tail * sorted.size());
        return new Range(sorted.get(leftOut), sorted.get(sorted.size() - 1 - leftOut));
    }

    boolean overlaps(Range other) {
        return from <= other.to && other.from <= to;
    }

    List<Double> ends() {
        return List.of(from, to);
    }
}
