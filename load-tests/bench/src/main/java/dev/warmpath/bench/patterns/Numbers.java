package dev.warmpath.bench.patterns;

import java.util.Locale;
import java.util.Optional;

/** Figures as people read them, in three significant digits. */
final class Numbers {
    static final String NOTHING = "–";

    private static final int DIGITS = 3;

    private Numbers() {}

    static String value(Optional<Double> value, String unit) {
        return value.map(number -> (three(number) + " " + unit).strip()).orElse(NOTHING);
    }

    static String ratio(Optional<Ratio> ratio) {
        return ratio.map(r -> "%sx (%s to %s)".formatted(three(r.median()), three(r.low()), three(r.high())))
                .orElse(NOTHING);
    }

    private static String three(double number) {
        int whole = number == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(number))) + 1;
        return String.format(Locale.ROOT, "%,." + Math.clamp(DIGITS - whole, 0, 2 * DIGITS) + "f", number);
    }
}
