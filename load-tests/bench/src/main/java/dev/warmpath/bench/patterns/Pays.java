package dev.warmpath.bench.patterns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a pattern is worth having, computed from what was measured. */
enum Pays {
    /** Its main figure is less with it in its first setting, and in no other setting more. */
    YES,
    /** In no setting is its main figure less with it. */
    NO,
    /** It is less with it in some setting, and not, or not surely, in another. */
    DEPENDS;

    /** A figure is less, or more, if the ratios of rounds from the 10th to the 90th percentile lie below 1, or above. */
    static Pays of(List<Trial> trials) {
        List<Optional<Ratio>> ratios = trials.stream()
                .map(trial -> trial.ratio(trial.main(), trial.with()))
                .toList();
        if (ratios.stream().noneMatch(ratio -> ratio.filter(Ratio::isLess).isPresent())) {
            return NO;
        }
        boolean less = ratios.getFirst().filter(Ratio::isLess).isPresent();
        boolean nowhereMore =
                ratios.stream().noneMatch(ratio -> ratio.filter(Ratio::isMore).isPresent());
        return less && nowhereMore ? YES : DEPENDS;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
