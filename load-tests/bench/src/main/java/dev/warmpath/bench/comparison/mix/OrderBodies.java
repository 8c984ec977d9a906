package dev.warmpath.bench.comparison.mix;

import dev.warmpath.bench.comparison.plan.Plan;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders of {@value #LINES} products each, as requests have them. */
record OrderBodies(Population population, Random random) {
    private static final int LINES = 2;

    String one() {
        List<Integer> products = population.products().distinct(LINES, random);
        return products.stream().map(this::line).collect(Collectors.joining(",", "{\"lines\":[", "]}"));
    }

    private String line(int product) {
        return "{\"sku\":\"%s\",\"quantity\":%d}"
                .formatted(population.sku(product), random.nextInt(1, Plan.MOST_QUANTITY + 1));
    }

    String batch(int orders) {
        return Stream.generate(this::one).limit(orders).collect(Collectors.joining(",", "{\"orders\":[", "]}"));
    }
}
