package dev.warmpath.local;

import dev.warmpath.local.Errand.Basket;
import dev.warmpath.local.Errand.Line;
import dev.warmpath.local.Errand.Place;
import dev.warmpath.local.Errand.PlaceMany;
import dev.warmpath.local.Errand.Twist;
import dev.warmpath.local.Errand.Withdrawal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws errands; the same seed draws the same ones. */
final class ErrandPlan {
    private static final int MOST_LINES = 4;
    private static final int MOST_QUANTITY = 3;
    private static final int MOST_BASKETS = 8;

    private final Assortment assortment;
    private final SplittableRandom random;
    private int keys;

    ErrandPlan(Assortment assortment, long seed) {
        this.assortment = assortment;
        this.random = new SplittableRandom(seed);
    }

    /** Errands that make so many orders together. */
    List<Errand> errands(int orders) {
        List<Errand> errands = new ArrayList<>();
        for (int left = orders; left > 0; left -= errands.getLast().orders()) {
            errands.add(chance(0.05) ? placeMany(left) : place());
        }
        return errands;
    }

    private Errand placeMany(int most) {
        int baskets = Math.min(most, 2 + random.nextInt(MOST_BASKETS - 1));
        return new PlaceMany(Stream.generate(this::basket).limit(baskets).toList());
    }

    private Errand place() {
        Basket basket = basket();
        Twist twist = basket.key().isPresent() ? twist() : Twist.NONE;
        return new Place(basket, twist, lines(), withdrawal());
    }

    private Twist twist() {
        Twist[] twists = Twist.values();
        return chance(0.5) ? Twist.NONE : twists[1 + random.nextInt(twists.length - 1)];
    }

    private Withdrawal withdrawal() {
        if (chance(0.8)) {
            return Withdrawal.NEVER;
        }
        return chance(0.5) ? Withdrawal.AT_ONCE : Withdrawal.AFTER_THE_NEXT_ERRAND;
    }

    private Basket basket() {
        Optional<String> key = chance(0.7) ? Optional.of("key-" + keys++) : Optional.empty();
        return new Basket(key, lines());
    }

    private List<Line> lines() {
        Map<String, Line> lines = new LinkedHashMap<>();
        IntStream.rangeClosed(0, random.nextInt(MOST_LINES))
                .mapToObj(_ -> line())
                .forEach(line -> lines.put(line.sku(), line));
        return List.copyOf(lines.values());
    }

    private Line line() {
        String sku = chance(0.01)
                ? assortment.unknown()
                : assortment.sku(random.nextInt(assortment.skus().size()));
        return new Line(sku, 1 + random.nextInt(MOST_QUANTITY));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
