package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Model;
import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Setting;
import dev.warmpath.bench.cost.Cost;
import dev.warmpath.bench.usage.Usage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The figures of one setting, by name.
 *
 * @param model that latencies and costs are from: the open one where it was run
 * @param whole over the whole mix
 * @param withoutScans over the mix without the routes that Scan
 * @param overRoutes geometric means over routes, each of which counts alike
 */
record Figures(
        Setting setting,
        Model model,
        Map<String, Figure> whole,
        Map<String, Figure> withoutScans,
        Map<String, Figure> overRoutes) {

    static Figures of(Results results, Setting setting, Pricing pricing) {
        Model model = latencyModel(results, setting);
        Rounds rounds = Rounds.of(results, setting, model);
        Rounds closed = Rounds.of(results, setting, Model.CLOSED);
        double bound = Plan.boundMilliseconds(results.plan());
        return new Figures(
                setting,
                model,
                overMix(Mix.WHOLE, rounds, closed, bound, pricing),
                overMix(Mix.WITHOUT_SCANS, rounds, closed, bound, pricing),
                overRoutes(rounds));
    }

    static Model latencyModel(Results results, Setting setting) {
        return Rounds.of(results, setting, Model.OPEN).isEmpty() ? Model.CLOSED : Model.OPEN;
    }

    private static Map<String, Figure> overMix(Mix mix, Rounds rounds, Rounds closed, double bound, Pricing pricing) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(
                "p99",
                Figure.of(rounds, (some, side) -> mix.latencies(some, side).p99()));
        figures.put(
                "mean",
                Figure.of(rounds, (some, side) -> mix.latencies(some, side).mean()));
        figures.put("throughput", Figure.of(closed, (some, side) -> mix.throughput(some, side, bound)));
        figures.put("cost", cost(mix, rounds, pricing, Cost::total));
        figures.put("costWithoutFixed", cost(mix, rounds, pricing, Cost::withoutFixed));
        return figures;
    }

    private static Figure cost(Mix mix, Rounds rounds, Pricing pricing, ToDoubleFunction<Cost> part) {
        return Figure.of(rounds, (some, side) -> {
            Usage usage = mix.usage(some.usages(side));
            return usage.requests() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(part.applyAsDouble(pricing.of(usage, side)));
        });
    }

    private static Map<String, Figure> overRoutes(Rounds rounds) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("p99", overRoutes(rounds, rounds.routesWithPercentiles(), Latencies::p99));
        figures.put("mean", overRoutes(rounds, rounds.routes(), Latencies::mean));
        return figures;
    }

    private static Figure overRoutes(
            Rounds rounds, Collection<String> routes, Function<Latencies, OptionalDouble> what) {
        return Figure.of(
                rounds,
                (some, side) ->
                        Mean.geometric(routes.stream().map(route -> what.apply(some.latencies(side, route::equals)))));
    }
}
