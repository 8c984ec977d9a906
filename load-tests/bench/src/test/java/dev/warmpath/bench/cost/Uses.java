package dev.warmpath.bench.cost;

import dev.warmpath.bench.usage.FunctionUsage;
import dev.warmpath.bench.usage.Usage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Small uses whose costs can be computed by hand, and prices of one dollar. */
final class Uses {
    static final Standing NOTHING_STANDS = new Standing(0, 0, 0, false);

    private Uses() {}

    /** A hundred requests of 40 ms with 512 MB, and ten calls of a worker of 100 ms with 1,024 MB. */
    static Usage small() {
        return new Usage(100, Map.of("PlaceOrder", placeOrder(), "FulfilOrders", fulfilOrders()), 30, 900, 700);
    }

    private static FunctionUsage placeOrder() {
        return new FunctionUsage(
                512,
                200,
                100,
                2,
                4_000,
                50_000,
                15,
                List.of("Warmpath Hits", "Warmpath Misses"),
                Map.of("dynamodb.PutItem", 100L, "sqs.SendMessage", 100L),
                50,
                300);
    }

    private static FunctionUsage fulfilOrders() {
        return new FunctionUsage(
                1_024,
                250,
                10,
                1,
                1_000,
                10_000,
                5,
                List.of("Warmpath BatchSize", "Warmpath Hits"),
                Map.of("sqs.ChangeMessageVisibilityBatch", 2L),
                25.5,
                100);
    }

    /** Every unit costs a dollar. */
    static Prices oneDollarEach() {
        return pricesOf(1);
    }

    static Prices pricesOf(double dollars) {
        Map<Rate, Price> prices = new EnumMap<>(Rate.class);
        for (Rate rate : Rate.values()) {
            prices.put(rate, new Price(dollars, 1, "unit", "2026-11-20", "https://example.com/"));
        }
        return new Prices("nowhere-1", prices);
    }
}
