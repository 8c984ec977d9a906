package dev.warmpath.local.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Made-up users and products, the same ones each time. */
public final class DemoData {
    /** Whose token {@code ./warmpath token} prints, so that this user can place orders. */
    public static final String FIRST_USER = "demo";

    public static final String FIRST_SKU = "SKU-00001";

    private static final List<String> FORENAMES =
            List.of("Alder", "Briar", "Clover", "Fern", "Hazel", "Ivy", "Juniper", "Linden", "Rowan", "Willow");
    private static final List<String> SURNAMES =
            List.of("Brook", "Cliff", "Dale", "Field", "Glen", "Heath", "Hill", "Lake", "Marsh", "Moor", "Ridge");
    private static final List<String> QUALITIES =
            List.of("Blue", "Folding", "Green", "Heavy", "Large", "Light", "Round", "Small", "Sturdy");
    private static final List<String> THINGS =
            List.of("Basket", "Bench", "Bowl", "Chair", "Clock", "Lamp", "Mug", "Shelf", "Table", "Tray");
    private static final Instant FIRST_CREATED = Instant.parse("2026-01-01T08:00:00Z");
    private static final int STOCK = 1_000;
    private static final int LEAST_PRICE = 199;
    private static final int PRICES = 9_800;
    private static final int PRICE_STEP = 1_237;

    private DemoData() {}

    /** As {@code POST /users/import} takes them; the first is {@value #FIRST_USER}. */
    public static List<Map<String, Object>> users(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(DemoData::user).toList();
    }

    /** As {@code PUT /inventory} takes them, a thousand of each; the first is {@value #FIRST_SKU}. */
    public static List<Map<String, Object>> items(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(DemoData::item).toList();
    }

    private static Map<String, Object> user(int number) {
        String id = number == 1 ? FIRST_USER : FIRST_USER + "-" + number;
        return Map.of(
                "userId",
                id,
                "email",
                id + "@example.com",
                "name",
                at(FORENAMES, number) + " " + at(SURNAMES, number),
                "createdAt",
                FIRST_CREATED.plus(Duration.ofMinutes(number)).toString());
    }

    private static Map<String, Object> item(int number) {
        return Map.of(
                "sku",
                "SKU-%05d".formatted(number),
                "name",
                at(QUALITIES, number) + " " + at(THINGS, number),
                "available",
                STOCK,
                "unitPrice",
                LEAST_PRICE + number * (long) PRICE_STEP % PRICES,
                "currency",
                "EUR");
    }

    private static String at(List<String> words, int number) {
        return words.get(number % words.size());
    }
}
