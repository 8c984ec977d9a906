package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.report.chart.Axis;
import dev.warmpath.bench.comparison.report.chart.Lines;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A distribution of latencies, drawn over percentiles where each further nine takes the same room. */
final class Curve {
    private static final int STEPS_A_NINE = 40;
    private static final double MOST_NINES = 4;

    /** As for the 99th percentile of the fewest samples that one is taken from. */
    private static final double SAMPLES_BEYOND = 2;

    private Curve() {}

    static List<Lines.Point> points(Latencies latencies) {
        int last = (int) Math.floor(nines(latencies) * STEPS_A_NINE);
        return IntStream.rangeClosed(0, last)
                .mapToDouble(step -> (double) step / STEPS_A_NINE)
                .mapToObj(nines -> point(latencies, nines))
                .toList();
    }

    private static double nines(Latencies latencies) {
        return Math.min(MOST_NINES, Math.log10(latencies.count() / SAMPLES_BEYOND));
    }

    private static Lines.Point point(Latencies latencies, double nines) {
        double percent = 100 * (1 - Math.pow(10, -nines));
        return new Lines.Point(nines, latencies.percentile(percent).orElseThrow());
    }

    static List<Lines.Label> labels(Latencies latencies) {
        return DoubleStream.of(50, 90, 99)
                .mapToObj(percent -> point(latencies, inNines(percent)))
                .map(point -> new Lines.Label(point, Format.number(point.up()) + " ms"))
                .toList();
    }

    private static double inNines(double percent) {
        return -Math.log10(1 - percent / 100);
    }

    static Axis axis(List<Lines.Series> series) {
        double most = series.stream()
                .flatMap(one -> one.points().stream())
                .mapToDouble(Lines.Point::across)
                .max()
                .orElseThrow();
        return new Axis(
                "percentile",
                0,
                most,
                nines -> nines,
                Stream.of(0.0, 50.0, 90.0, 99.0, 99.9, 99.99)
                        .map(percent -> new Axis.Tick(inNines(percent), label(percent)))
                        .filter(tick -> tick.value() <= most)
                        .toList());
    }

    private static String label(double percent) {
        return percent == 0 ? "fastest" : ("p" + percent).replaceAll("\\.0$", "");
    }
}
