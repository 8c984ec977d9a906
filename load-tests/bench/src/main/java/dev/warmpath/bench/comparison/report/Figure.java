package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Side;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * One quantity of both sides, and how far their ratio moves from round to round.
 *
 * @param optimised empty where there are too few samples for it
 * @param trials how many rounds it was measured in
 * @param rounds from the lowest to the highest ratio of a round by itself; empty with fewer than two
 * @param interval 95 % of the ratios that {@value #DRAWS} draws of rounds, with replacement, give (a bootstrap); empty with
 *     fewer than two rounds
 */
record Figure(
        OptionalDouble optimised,
        OptionalDouble baseline,
        int trials,
        Optional<Range> rounds,
        Optional<Range> interval) {
    private static final int DRAWS = 1_000;
    private static final long SEED = 20_261_120;

    /** What one side shows in some trials. */
    @FunctionalInterface
    interface Quantity<T> {
        OptionalDouble of(T trials, Side side);
    }

    static <T extends Trials<T>> Figure of(T trials, Quantity<T> quantity) {
        List<T> single = trials.single();
        return new Figure(
                quantity.of(trials, Side.OPTIMISED),
                quantity.of(trials, Side.BASELINE),
                single.size(),
                Range.of(ratios(single, quantity)),
                single.size() < 2 ? Optional.empty() : Range.most(ratios(draws(trials), quantity)));
    }

    private static <T extends Trials<T>> List<T> draws(T trials) {
        RandomGenerator random = new SplittableRandom(SEED);
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> trials.resampled(random))
                .toList();
    }

    private static <T> List<Double> ratios(List<T> trials, Quantity<T> quantity) {
        return trials.stream()
                .map(some -> quotient(quantity.of(some, Side.OPTIMISED), quantity.of(some, Side.BASELINE)))
                .flatMapToDouble(OptionalDouble::stream)
                .boxed()
                .toList();
    }

    /** Of the optimised side to the baseline; empty where one of them is. */
    OptionalDouble ratio() {
        return quotient(optimised, baseline);
    }

    static OptionalDouble quotient(OptionalDouble dividend, OptionalDouble divisor) {
        return dividend.isEmpty() || divisor.isEmpty() || divisor.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(dividend.getAsDouble() / divisor.getAsDouble());
    }
}
