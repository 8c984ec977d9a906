package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Result;
import dev.warmpath.bench.measure.Round;
import dev.warmpath.bench.measure.Samples;
import dev.warmpath.bench.measure.Used;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Trials of made-up rounds. */
final class Trials {
    private static final int CALLS = 10;

    private Trials() {}

    /** Each round of which took so many milliseconds a call. */
    static Result way(String name, double... medians) {
        return way(name, Used.NOTHING, medians);
    }

    static Result way(String name, Used usedByRound, double... medians) {
        Samples latency = new Samples();
        Arrays.stream(medians).forEach(latency::add);
        List<Round> rounds = Arrays.stream(medians)
                .mapToObj(median -> new Round(CALLS, median, median * CALLS, Duration.ofMillis(20), usedByRound))
                .toList();
        return new Result(name, latency, 2_000, new Samples(), rounds);
    }

    static Trial latencies(Result without, Result with) {
        return Trial.of(Figure.LATENCY, new Race("warm", List.of(without, with)));
    }

    static PatternResult result(Trial... trials) {
        return new PatternResult("l1-cache", "What does it save?", List.of(trials));
    }
}
