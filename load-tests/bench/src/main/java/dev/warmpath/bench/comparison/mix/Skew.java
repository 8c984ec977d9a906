package dev.warmpath.bench.comparison.mix;

import dev.warmpath.bench.comparison.plan.Plan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Draws numbers below a size: the first {@link Plan#POPULAR} of them in {@link Plan#POPULAR_DRAWS} of all draws. */
record Skew(int size) {
    int popular() {
        return (int) Math.ceil(size * Plan.POPULAR);
    }

    int draw(RandomGenerator random) {
        return random.nextDouble() < Plan.POPULAR_DRAWS ? random.nextInt(popular()) : random.nextInt(popular(), size);
    }

    /** @param count below the size */
    List<Integer> distinct(int count, RandomGenerator random) {
        Set<Integer> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            drawn.add(draw(random));
        }
        return List.copyOf(drawn);
    }

    /** Which of these has the thing of this number, where as many things are dealt out as unequally as they are drawn. */
    int ownerOf(int thing, int things) {
        int ofThePopular = (int) Math.round(things * Plan.POPULAR_DRAWS);
        return thing < ofThePopular ? thing % popular() : popular() + (thing - ofThePopular) % (size - popular());
    }
}
