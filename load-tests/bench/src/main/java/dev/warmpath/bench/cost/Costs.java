package dev.warmpath.bench.cost;

import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.usage.Usage;
import java.util.EnumMap;
import java.util.Map;

/** What both sides of one run cost. */
public record Costs(Cost optimised, Cost baseline) {
    /** @throws InvalidRunException if the run has no charged round of a side: see {@link Charged} */
    public static Costs of(Results results, Traffic traffic, Prices prices) {
        return of(Charged.usages(results), traffic, prices);
    }

    static Costs of(Map<Side, Usage> usages, Traffic traffic, Prices prices) {
        Map<Side, Cost> costs = new EnumMap<>(Side.class);
        usages.forEach((side, usage) -> costs.put(side, Cost.of(usage, Standing.of(side), traffic, prices)));
        return new Costs(costs.get(Side.OPTIMISED), costs.get(Side.BASELINE));
    }

    public Cost of(Side side) {
        return side == Side.OPTIMISED ? optimised : baseline;
    }

    /** Optimised to baseline. */
    public double ratio() {
        return optimised.total() / baseline.total();
    }

    public double ratioWithoutFixed() {
        return optimised.withoutFixed() / baseline.withoutFixed();
    }
}
