package dev.warmpath.bench.cost;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/**
 * Prices of one region, one for each {@link Rate}.
 *
 * @param region such as {@code us-east-1}
 */
public record Prices(String region, Map<Rate, Price> byRate) {
    private static final String DEFAULT_FILE = "load-tests/prices/us-east-1.yaml";

    public Prices {
        byRate = Map.copyOf(byRate);
    }

    /** @throws InvalidPricesException naming file and key, and what was expected there */
    public static Prices read(Path file) {
        return new PricesFile(file).read();
    }

    public static Path defaultFile(Path project) {
        return project.resolve(DEFAULT_FILE);
    }

    /** ISO-8601 date of the price that was looked up longest ago. */
    public String oldest() {
        return byRate.values().stream()
                .map(Price::date)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    public Price of(Rate rate) {
        return byRate.get(rate);
    }
}
