package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Model;
import dev.warmpath.bench.comparison.Setting;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures as people read them: three digits, and a dash where there is none. */
final class Format {
    static final String NONE = "–";

    private Format() {}

    static String number(double value) {
        double size = Math.abs(value);
        int decimals = size == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.01 ? 3 : 4;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : NONE;
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** The optimised side's, then the baseline's. */
    static String both(Both<OptionalDouble> values) {
        return number(values.optimised()) + " / " + number(values.baseline());
    }

    static String counts(Both<Long> counts) {
        return counts.optimised().equals(counts.baseline())
                ? count(counts.optimised())
                : count(counts.optimised()) + " / " + count(counts.baseline());
    }

    static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? number(ratio.getAsDouble()) + "x" : NONE;
    }

    static String range(Optional<Range> range) {
        return range.map(some -> number(some.from()) + " to " + number(some.to()))
                .orElse(NONE);
    }

    static String name(Setting setting) {
        return switch (setting) {
            case ENGINES_AS_THEY_ARE -> "engines as they are";
            case MODELLED_LATENCIES -> "modelled in-region latencies";
        };
    }

    static String name(Model model) {
        return switch (model) {
            case OPEN -> "open model";
            case CLOSED -> "closed model";
        };
    }
}
