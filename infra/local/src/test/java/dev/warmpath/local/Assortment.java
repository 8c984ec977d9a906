package dev.warmpath.local;

import static java.util.stream.Collectors.joining;

import dev.warmpath.local.Errand.Line;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The fifty products of a {@link Shop}: most of them plentiful, some scarce, two priced in another currency, and one SKU that is
 * in no catalogue.
 *
 * @param prefix begins the SKUs of this shop, and of no other
 * @param scarce how many there are of a scarce one
 */
record Assortment(String prefix, int scarce) {
    static final long PLENTY = 1_000_000;

    private static final int PRODUCTS = 50;
    private static final int FIRST_SCARCE = 40;
    private static final int FIRST_FOREIGN = 48;
    private static final long LEAST_PRICE = 199;

    List<String> skus() {
        return IntStream.range(0, PRODUCTS).mapToObj(this::sku).toList();
    }

    String sku(int number) {
        return "%s%02d".formatted(prefix, number);
    }

    /** Of a product that there is none of. */
    String unknown() {
        return prefix + "unknown";
    }

    private int number(String sku) {
        return Integer.parseInt(sku.substring(prefix.length()));
    }

    boolean knows(String sku) {
        return !sku.equals(unknown());
    }

    boolean isScarce(String sku) {
        return knows(sku) && number(sku) >= FIRST_SCARCE && number(sku) < FIRST_FOREIGN;
    }

    long initial(String sku) {
        return isScarce(sku) ? scarce : PLENTY;
    }

    long price(String sku) {
        return LEAST_PRICE + number(sku);
    }

    String currency(String sku) {
        return number(sku) < FIRST_FOREIGN ? "USD" : "EUR";
    }

    boolean isOneCurrency(Collection<Line> lines) {
        return lines.stream().map(line -> currency(line.sku())).distinct().count() == 1;
    }

    Map<String, Long> initialStock() {
        Map<String, Long> stock = new TreeMap<>();
        skus().forEach(sku -> stock.put(sku, initial(sku)));
        return stock;
    }

    /** The body of a PUT of the inventory that counts so many of these. */
    String stockTake(Map<String, Long> counted) {
        return counted.entrySet().stream()
                .map(entry -> item(entry.getKey(), entry.getValue()))
                .collect(joining(",", "{\"items\":[", "]}"));
    }

    private String item(String sku, long available) {
        return "{\"sku\":\"%s\",\"name\":\"Product %s\",\"available\":%d,\"unitPrice\":%d,\"currency\":\"%s\"}"
                .formatted(sku, sku, available, price(sku), currency(sku));
    }
}
