package dev.warmpath.local;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests about products and orders of them. */
final class Goods {
    /** Of each product, in cents. */
    static final int PRICE = 895;

    private Goods() {}

    /** SKUs that no other test has. */
    static List<String> skus(int count) {
        String prefix = "sku-" + UUID.randomUUID() + "-";
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    }

    /** The body of a stock-take: so many there are of each. */
    static String inventory(int available, Collection<String> skus) {
        return skus.stream().map(sku -> item(sku, available, "EUR")).collect(joining(",", "{\"items\":[", "]}"));
    }

    static String item(String sku, int available, String currency) {
        return "{\"sku\":\"%s\",\"name\":\"Name of %s\",\"available\":%d,\"unitPrice\":%d,\"currency\":\"%s\"}"
                .formatted(sku, sku.substring(0, Math.min(40, sku.length())), available, PRICE, currency);
    }

    /** The body of a batch-get. */
    static String asked(Collection<String> skus) {
        return skus.stream().map(sku -> '"' + sku + '"').collect(joining(",", "{\"skus\":[", "]}"));
    }

    /** The body of an order: so many of each. */
    static String order(int quantity, Collection<String> skus) {
        return skus.stream().map(sku -> line(sku, quantity)).collect(joining(",", "{\"lines\":[", "]}"));
    }

    /** The body of so many orders, of one of each. */
    static String orders(int count, Collection<String> skus) {
        return orders(Stream.generate(() -> order(1, skus)).limit(count).toList());
    }

    static String orders(List<String> orders) {
        return "{\"orders\":[" + String.join(",", orders) + "]}";
    }

    private static String line(String sku, int quantity) {
        return "{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity);
    }
}
