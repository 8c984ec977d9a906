package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.cost.UsageSum;
import dev.warmpath.bench.usage.FunctionUsage;
import dev.warmpath.bench.usage.Usage;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The requests that a figure is about: all, or those of all routes but some. */
record Mix(Set<String> leftOut) {
    static final Mix WHOLE = new Mix(Set.of());

    /** Without the routes for which the naive twin reads a whole table. */
    static final Mix WITHOUT_SCANS = new Mix(Set.of("ListUsers", "ListOrders"));

    boolean includes(String route) {
        return !leftOut.contains(route);
    }

    Latencies latencies(Rounds rounds, Side side) {
        return rounds.latencies(side, this::includes);
    }

    /**
     * Completed requests a second at the level of load that completes most with a p99 within the bound; empty where no level
     * does.
     *
     * <p>Of a part of the mix: while a caller waits for one of its requests, so that the time for those left out does not
     * count. The load that they put on the machine still does.
     */
    OptionalDouble throughput(Rounds closed, Side side, double boundMilliseconds) {
        return closed.byLevel().stream()
                .filter(level -> within(latencies(level, side).p99(), boundMilliseconds))
                .mapToDouble(level -> perSecond(level, side))
                .max();
    }

    private static boolean within(OptionalDouble p99, double bound) {
        return p99.isPresent() && p99.getAsDouble() <= bound;
    }

    double perSecond(Rounds level, Side side) {
        Latencies all = WHOLE.latencies(level, side);
        Latencies these = latencies(level, side);
        return these.count() / (level.seconds(side) * these.sum() / all.sum());
    }

    /** What these requests used; work that no request waits for included. */
    Usage usage(Stream<Usage> usages) {
        Usage all = UsageSum.of(usages.toList());
        Map<String, FunctionUsage> functions = new TreeMap<>(all.functions());
        functions.keySet().removeAll(leftOut);
        return new Usage(
                all.requests() - requestsLeftOut(all),
                functions,
                all.pollerRequests(),
                all.functionCpuMilliseconds(),
                all.engineCpuMilliseconds());
    }

    private long requestsLeftOut(Usage all) {
        return all.functions().entrySet().stream()
                .filter(function -> leftOut.contains(function.getKey()))
                .mapToLong(function -> function.getValue().invocations())
                .sum();
    }
}
