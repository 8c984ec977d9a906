package dev.warmpath.bench.cost;

import dev.warmpath.bench.usage.Usage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a million requests cost.
 *
 * @param lines one for each item, in the order of {@link Item}
 */
public record Cost(List<Line> lines) {
    /**
     * @param quantity for a million requests, in the item's unit
     * @param dollars US dollars for a million requests
     */
    public record Line(Item item, double quantity, double dollars) {}

    /** @throws IllegalArgumentException if the usage is of no requests */
    public static Cost of(Usage usage, Standing standing, Traffic traffic, Prices prices) {
        Map<Item, Double> quantities = new Quantities(usage, standing, traffic).perMillion();
        return new Cost(Arrays.stream(Item.values())
                .map(item -> line(item, quantities.get(item), prices))
                .toList());
    }

    private static Line line(Item item, double quantity, Prices prices) {
        return new Line(item, quantity, prices.of(item.rate()).of(quantity));
    }

    public Line of(Item item) {
        return lines.get(item.ordinal());
    }

    /** US dollars for a million requests. */
    public double total() {
        return lines.stream().mapToDouble(Line::dollars).sum();
    }

    /** The total without what each request of the API costs however it is implemented. */
    public double withoutFixed() {
        return lines.stream()
                .filter(line -> !line.item().fixed())
                .mapToDouble(Line::dollars)
                .sum();
    }
}
