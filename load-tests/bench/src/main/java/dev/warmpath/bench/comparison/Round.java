package dev.warmpath.bench.comparison;

import dev.warmpath.bench.usage.Usage;
import java.util.List;
import java.util.Map;

/**
 * One side's turn: the raw values that everything reported is computed from.
 *
 * @param number from 1, the same for both sides' turns with the same requests
 * @param first whether this side began, in this number
 * @param callers that waited for answers at most; in the closed model exactly so many
 * @param offeredPerSecond rate at which requests were due; 0 in the closed model
 * @param seconds from the first request's due time to the last answer
 * @param milliseconds latency of each request, by function, as the caller saw it
 * @param finalMilliseconds from an order's request to its final state, of each order placed
 * @param usage all of the turn, with the work that went on after the last answer
 */
public record Round(
        Setting setting,
        Model model,
        int number,
        Side side,
        boolean first,
        int callers,
        double offeredPerSecond,
        double seconds,
        Map<String, List<Double>> milliseconds,
        List<Double> finalMilliseconds,
        Usage usage) {}
