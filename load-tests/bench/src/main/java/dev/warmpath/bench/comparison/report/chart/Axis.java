package dev.warmpath.bench.comparison.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Values along a line.
 *
 * @param scale what lies at equal distances
 */
public record Axis(String label, double from, double to, DoubleUnaryOperator scale, List<Tick> ticks) {
    private static final int INTERVALS = 8;
    private static final List<Integer> STEPS = List.of(1, 2, 5);

    /** A value with its name. */
    public record Tick(double value, String label) {}

    /** From zero to this value or the next round one. */
    public static Axis linear(String label, double most) {
        double step = roundStep(Math.max(most, Double.MIN_NORMAL) / INTERVALS);
        List<Tick> ticks = new ArrayList<>();
        for (int at = 0; (at - 1) * step < most; at++) {
            ticks.add(new Tick(at * step, plain(at * step)));
        }
        return new Axis(label, 0, ticks.getLast().value(), value -> value, ticks);
    }

    private static double roundStep(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        return STEPS.stream()
                .map(step -> step * power)
                .filter(step -> step >= atLeast)
                .findFirst()
                .orElse(10 * power);
    }

    /** Powers of ten at equal distances; both ends above zero. */
    public static Axis logarithmic(String label, double least, double most) {
        List<Tick> ticks = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(least));
        int last = (int) Math.ceil(Math.log10(most));
        for (int power = first; power < Math.max(last, first + 1); power++) {
            for (int step : STEPS) {
                ticks.add(tick(step * Math.pow(10, power)));
            }
        }
        ticks.add(tick(Math.pow(10, Math.max(last, first + 1))));
        return trimmed(label, least, most, ticks);
    }

    private static Tick tick(double value) {
        return new Tick(value, plain(value));
    }

    /** From the last tick below all values to the first one above them. */
    private static Axis trimmed(String label, double least, double most, List<Tick> ticks) {
        double from = ticks.stream()
                .mapToDouble(Tick::value)
                .filter(value -> value <= least)
                .max()
                .orElse(least);
        double to = ticks.stream()
                .mapToDouble(Tick::value)
                .filter(value -> value >= most && value > from)
                .min()
                .orElse(most);
        return new Axis(
                label,
                from,
                to,
                Math::log10,
                ticks.stream()
                        .filter(tick -> tick.value() >= from && tick.value() <= to)
                        .toList());
    }

    private static String plain(double value) {
        return value >= 1 || value == 0
                ? String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value)
                : String.format(Locale.ROOT, "%.3f", value).replaceAll("0+$", "");
    }

    /** Where a value lies, from 0 to 1. */
    double share(double value) {
        double start = scale.applyAsDouble(from);
        return (scale.applyAsDouble(value) - start) / (scale.applyAsDouble(to) - start);
    }
}
