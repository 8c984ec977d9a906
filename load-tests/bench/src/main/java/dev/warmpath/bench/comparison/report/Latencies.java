package dev.warmpath.bench.comparison.report;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Times of requests, in milliseconds. */
final class Latencies {
    /** Beyond the 99th percentile of fewer lies hardly one sample. */
    static final int LEAST_FOR_PERCENTILES = 200;

    private static final int DIGITS = 3;
    private static final double MICROSECONDS = 1e3;

    private final List<? extends Collection<Double>> milliseconds;

    private Latencies(List<? extends Collection<Double>> milliseconds) {
        this.milliseconds = milliseconds;
    }

    static Latencies of(Stream<? extends Collection<Double>> milliseconds) {
        return new Latencies(milliseconds.toList());
    }

    long count() {
        return milliseconds.stream().mapToLong(Collection::size).sum();
    }

    /** All of them together. */
    double sum() {
        double sum = 0;
        for (Collection<Double> some : milliseconds) {
            for (double one : some) {
                sum += one;
            }
        }
        return sum;
    }

    OptionalDouble mean() {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum() / count());
    }

    /** Empty with fewer than {@value #LEAST_FOR_PERCENTILES} samples. */
    OptionalDouble percentile(double percent) {
        return percentiles(percent).findFirst();
    }

    OptionalDouble p99() {
        return percentile(99);
    }

    /** One for each of these; none at all with fewer than {@value #LEAST_FOR_PERCENTILES} samples. */
    DoubleStream percentiles(double... percents) {
        if (count() < LEAST_FOR_PERCENTILES) {
            return DoubleStream.empty();
        }
        Histogram histogram = histogram();
        return DoubleStream.of(percents).map(percent -> histogram.getValueAtPercentile(percent) / MICROSECONDS);
    }

    private Histogram histogram() {
        Histogram histogram = new Histogram(DIGITS);
        for (Collection<Double> some : milliseconds) {
            for (double one : some) {
                histogram.recordValue(Math.max(1, Math.round(one * MICROSECONDS)));
            }
        }
        return histogram;
    }
}
