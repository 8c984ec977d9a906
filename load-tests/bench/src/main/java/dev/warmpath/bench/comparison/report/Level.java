package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Side;
import java.util.List;
import java.util.OptionalDouble;

/** What so many callers got answered, in the closed model. */
record Level(int callers, Both<Double> perSecond, Both<Latencies> latencies) {
    static List<Level> of(Rounds closed) {
        return closed.byLevel().stream().map(Level::one).toList();
    }

    private static Level one(Rounds level) {
        return new Level(
                level.callers(),
                Both.of((Side side) -> Mix.WHOLE.perSecond(level, side)),
                Both.of((Side side) -> Mix.WHOLE.latencies(level, side)));
    }

    Both<OptionalDouble> p99() {
        return latencies.map(Latencies::p99);
    }
}
