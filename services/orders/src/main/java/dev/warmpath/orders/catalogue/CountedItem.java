package dev.warmpath.orders.catalogue;

import dev.warmpath.json.InvalidJson;
import dev.warmpath.json.JsonObject;
import dev.warmpath.json.TextRule;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Sku;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A product as an administrator states it, and how many of it were counted.
 *
 * @param available as of when the request is carried out
 */
public record CountedItem(String sku, String name, long available, Money price) {
    static final int MOST_ITEMS = 1_000;

    private static final long MOST = 1_000_000_000;
    private static final TextRule NAME = TextRule.printable(100);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** Reads {@code {items: [{sku, name, available, unitPrice, currency}]}}, of which no two have one SKU. */
    public static List<CountedItem> listFrom(JsonObject body) throws InvalidJson {
        TextRule sku = Sku.RULE.distinct();
        List<CountedItem> items = body.requiredObjects("items", MOST_ITEMS, item -> from(item, sku));
        body.verify();
        return items;
    }

    private static CountedItem from(JsonObject item, TextRule sku) {
        return new CountedItem(
                item.required("sku", sku),
                item.required("name", NAME).strip(),
                item.requiredInteger("available", 0, MOST),
                new Money(
                        item.requiredInteger("unitPrice", 0, MOST), item.required("currency", CountedItem::currency)));
    }

    private static Optional<String> currency(String text) {
        return CURRENCY.matcher(text).matches()
                ? Optional.empty()
                : Optional.of("must be a currency's code of three capital letters, such as EUR");
    }

    Product product(long version) {
        return new Product(sku, name, price, version);
    }
}
