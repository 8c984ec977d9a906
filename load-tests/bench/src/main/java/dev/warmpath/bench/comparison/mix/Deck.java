package dev.warmpath.bench.comparison.mix;

import dev.warmpath.bench.comparison.plan.Route;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Deals out routes in random order, each exactly as often as its weight until all are dealt and it begins anew. */
final class Deck {
    private final Map<Route, Integer> weights;
    private final Random random;
    private final Deque<Route> left = new ArrayDeque<>();

    Deck(Map<Route, Integer> weights, Random random) {
        this.weights = weights;
        this.random = random;
    }

    Route next() {
        if (left.isEmpty()) {
            left.addAll(shuffled());
        }
        return left.pop();
    }

    private List<Route> shuffled() {
        List<Route> routes = new ArrayList<>();
        weights.forEach((route, weight) -> routes.addAll(Collections.nCopies(weight, route)));
        Collections.shuffle(routes, random);
        return routes;
    }
}
