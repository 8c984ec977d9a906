package dev.warmpath.bench.patterns;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Draws of numbers, of which four of five are one of the first fifth: the same ones each time. */
final class Skew {
    private static final long SEED = 20_261_120;

    private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(SEED);
    private final int bound;

    Skew(int bound) {
        this.bound = bound;
    }

    /** From 0 to below the bound. */
    int next() {
        int first = Math.max(1, bound / 5);
        return random.nextInt(5) == 0 ? random.nextInt(bound) : random.nextInt(first);
    }
}
