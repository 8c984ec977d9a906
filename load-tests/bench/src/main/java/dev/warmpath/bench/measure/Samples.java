package dev.warmpath.bench.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/** Measured values of one kind. */
public final class Samples {
    private static final int LEAST_FOR_P99 = 200;

    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    public int count() {
        return values.size();
    }

    public List<Double> values() {
        return Collections.unmodifiableList(values);
    }

    public double median() {
        return percentile(0.5);
    }

    public double sum() {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    public double p10() {
        return percentile(0.1);
    }

    public double p90() {
        return percentile(0.9);
    }

    public double lowest() {
        return Collections.min(values);
    }

    public double highest() {
        return Collections.max(values);
    }

    /** Empty with fewer than {@value #LEAST_FOR_P99} samples, of which hardly one would lie beyond it. */
    public OptionalDouble p99() {
        return count() < LEAST_FOR_P99 ? OptionalDouble.empty() : OptionalDouble.of(percentile(0.99));
    }

    /** The least value that is not exceeded by this share of all. */
    private double percentile(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
