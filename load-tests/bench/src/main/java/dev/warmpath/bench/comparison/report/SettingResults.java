package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Model;
import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Round;
import dev.warmpath.bench.comparison.Setting;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.cost.Cost;
import dev.warmpath.bench.usage.Usage;
import java.util.List;

/**
 * What one setting has shown.
 *
 * @param figures its ratios
 * @param rounds those that latencies, usage and cost are of
 * @param levels of the closed model
 */
record SettingResults(
        Figures figures,
        Rounds rounds,
        List<RouteLatencies> routes,
        List<Level> levels,
        Both<Usage> usage,
        Both<Cost> cost) {

    static SettingResults of(Results results, Setting setting, Pricing pricing) {
        Figures figures = Figures.of(results, setting, pricing);
        Rounds rounds = Rounds.of(results, setting, figures.model());
        Both<Usage> usage = Both.of((Side side) -> Mix.WHOLE.usage(rounds.usages(side)));
        return new SettingResults(
                figures,
                rounds,
                RouteLatencies.of(rounds),
                Level.of(Rounds.of(results, setting, Model.CLOSED)),
                usage,
                Both.of((Side side) ->
                        pricing.of(side == Side.OPTIMISED ? usage.optimised() : usage.baseline(), side)));
    }

    /** Such as "engines as they are, open model". */
    String label() {
        return Format.name(figures.setting()) + ", " + Format.name(figures.model());
    }

    Both<Latencies> latencies() {
        return Both.of((Side side) -> Mix.WHOLE.latencies(rounds, side));
    }

    /** From the request to an order's final state. */
    Both<Latencies> orders() {
        return Both.of((Side side) -> Latencies.of(rounds.of(side).map(Round::finalMilliseconds)));
    }
}
