package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.StartTimes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Starts of the functions that both sides have. */
record Starts(List<FunctionStarts> functions) implements Trials<Starts> {
    static Starts of(Results results) {
        Map<String, Map<Side, StartTimes>> functions = new TreeMap<>();
        results.starts()
                .forEach(times -> functions
                        .computeIfAbsent(times.function(), function -> new EnumMap<>(Side.class))
                        .put(times.side(), times));
        return new Starts(functions.entrySet().stream()
                .filter(function -> function.getValue().size() == Side.values().length)
                .map(function -> FunctionStarts.of(function.getKey(), function.getValue()))
                .toList());
    }

    /** The geometric mean of the functions' median cold starts, in milliseconds. */
    OptionalDouble cold(Side side) {
        return Mean.geometric(functions.stream().map(function -> function.medianCold(side)));
    }

    /** As {@link #cold}, of the functions that are restored, with the restores themselves on the optimised side. */
    OptionalDouble parkedRestore(Side side) {
        return Mean.geometric(functions.stream()
                .filter(function -> !function.restored().isEmpty())
                .map(function -> side == Side.OPTIMISED ? function.medianRestore() : function.medianCold(side)));
    }

    @Override
    public List<Starts> single() {
        int least = functions.stream()
                .mapToInt(function -> Math.min(
                        function.optimised().size(), function.baseline().size()))
                .min()
                .orElse(0);
        return IntStream.range(0, least)
                .mapToObj(number -> new Starts(functions.stream()
                        .map(function -> function.only(number))
                        .toList()))
                .toList();
    }

    @Override
    public Starts resampled(RandomGenerator random) {
        return new Starts(
                functions.stream().map(function -> function.resampled(random)).toList());
    }
}
