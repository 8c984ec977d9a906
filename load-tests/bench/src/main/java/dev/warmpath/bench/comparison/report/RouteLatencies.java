package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Side;
import java.util.List;
import java.util.OptionalDouble;

/** How long requests of one route took. */
record RouteLatencies(String route, Both<Latencies> sides) {
    /** The most often requested first. */
    static List<RouteLatencies> of(Rounds rounds) {
        return rounds.routes().stream()
                .map(route -> new RouteLatencies(route, Both.of((Side side) -> rounds.latencies(side, route::equals))))
                .sorted((one, other) -> Long.compare(other.samples(), one.samples()))
                .toList();
    }

    private long samples() {
        return sides.optimised().count();
    }

    OptionalDouble meanRatio() {
        return sides.ratio(Latencies::mean);
    }

    OptionalDouble p99Ratio() {
        return sides.ratio(Latencies::p99);
    }
}
