package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Side;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The same thing of both sides. */
record Both<T>(T optimised, T baseline) {
    static <T> Both<T> of(Function<Side, T> what) {
        return new Both<>(what.apply(Side.OPTIMISED), what.apply(Side.BASELINE));
    }

    <R> Both<R> map(Function<T, R> what) {
        return new Both<>(what.apply(optimised), what.apply(baseline));
    }

    /** Of the optimised side to the baseline. */
    OptionalDouble ratio(Function<T, OptionalDouble> what) {
        return Figure.quotient(what.apply(optimised), what.apply(baseline));
    }

    OptionalDouble ratioOf(ToDoubleFunction<T> what) {
        return ratio(value -> OptionalDouble.of(what.applyAsDouble(value)));
    }
}
