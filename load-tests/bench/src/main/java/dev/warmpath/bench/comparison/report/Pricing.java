package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.cost.Cost;
import dev.warmpath.bench.cost.Prices;
import dev.warmpath.bench.cost.Standing;
import dev.warmpath.bench.cost.Traffic;
import dev.warmpath.bench.usage.Usage;

/** What a side's use costs. */
@FunctionalInterface
interface Pricing {
    Cost of(Usage usage, Side side);

    static Pricing of(Prices prices, Traffic traffic) {
        return (usage, side) -> Cost.of(usage, Standing.of(side), traffic, prices);
    }
}
