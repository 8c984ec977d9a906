package dev.warmpath.bench.comparison.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What callers saw of one side's turn.
 *
 * @param mostWaiting callers that waited for answers at the same time
 */
record Turn(List<Answered> answers, int mostWaiting) {
    private static final double NANOS_PER_SECOND = 1e9;

    static Turn of(List<Answered> answers, int mostWaiting) {
        return new Turn(List.copyOf(answers), mostWaiting);
    }

    /** From the first request's due time to the last answer. */
    double seconds() {
        long first = answers.stream().mapToLong(Answered::due).min().orElseThrow();
        long last = answers.stream().mapToLong(Answered::at).max().orElseThrow();
        return (last - first) / NANOS_PER_SECOND;
    }

    /** By function, in the order of the recording. */
    Map<String, List<Double>> milliseconds() {
        Map<String, List<Double>> byFunction = new TreeMap<>();
        answers.forEach(answered -> byFunction
                .computeIfAbsent(answered.request().route().function(), _ -> new ArrayList<>())
                .add(answered.milliseconds()));
        return byFunction;
    }
}
