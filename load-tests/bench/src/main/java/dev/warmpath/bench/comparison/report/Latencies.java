package dev.warmpath.bench.comparison.report;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Times of requests, in milliseconds. */
final class Latencies {
    /** Beyond the 99th percentile of fewer lies hardly one sample. */
    static final int LEAST_FOR_PERCENTILES = 200;

    private static final int DIGITS = 3;
    private static final double MICROSECONDS = 1e3;

    private final Histogram microseconds = new Histogram(DIGITS);
    private double sum;

    static Latencies of(Stream<? extends Collection<Double>> milliseconds) {
        Latencies latencies = new Latencies();
        milliseconds.forEach(some -> some.forEach(latencies::add));
        return latencies;
    }

    private void add(double milliseconds) {
        microseconds.recordValue(Math.max(1, Math.round(milliseconds * MICROSECONDS)));
        sum += milliseconds;
    }

    long count() {
        return microseconds.getTotalCount();
    }

    /** All of them together. */
    double sum() {
        return sum;
    }

    OptionalDouble mean() {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count());
    }

    /** Empty with fewer than {@value #LEAST_FOR_PERCENTILES} samples. */
    OptionalDouble percentile(double percent) {
        return count() < LEAST_FOR_PERCENTILES
                ? OptionalDouble.empty()
                : OptionalDouble.of(microseconds.getValueAtPercentile(percent) / MICROSECONDS);
    }

    OptionalDouble p99() {
        return percentile(99);
    }
}
