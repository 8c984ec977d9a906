package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Setting;
import java.util.Arrays;
import java.util.List;

/**
 * All that is computed from a run.
 *
 * @param settings each that was run, the headline's first
 */
record Comparison(Results results, List<SettingResults> settings, Starts starts, Headline headline) {
    /** @throws IllegalArgumentException if the run has no rounds, or one that only one side ran */
    static Comparison of(Results results, Pricing pricing) {
        List<SettingResults> settings = Arrays.stream(Setting.values())
                .filter(setting -> results.rounds().stream().anyMatch(round -> round.setting() == setting))
                .map(setting -> SettingResults.of(results, setting, pricing))
                .toList();
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("The run has no rounds; a report needs one of each side at least.");
        }
        Starts starts = Starts.of(results);
        return new Comparison(
                results,
                settings,
                starts,
                Headline.of(settings.stream().map(SettingResults::figures).toList(), starts));
    }
}
