package dev.warmpath.orders.data;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A product of the catalogue, which is reference data; its stock is kept apart and never cached.
 *
 * @param price of one
 * @param version grows with every change; see {@link dev.warmpath.items.Versions}
 */
public record Product(String sku, String name, Money price, long version) {
    /** Key of its row. */
    public static Map<String, AttributeValue> key(String sku) {
        return SkuKey.of(sku, "CATALOGUE");
    }

    /** The product that a row keeps. */
    public static Product of(Map<String, AttributeValue> row) {
        return new Product(
                SkuKey.sku(row),
                row.get("name").s(),
                new Money(
                        Long.parseLong(row.get("unitPrice").n()),
                        row.get("currency").s()),
                Long.parseLong(row.get("version").n()));
    }

    public Map<String, AttributeValue> row() {
        Map<String, AttributeValue> row = new HashMap<>(key(sku));
        row.put("name", AttributeValue.fromS(name));
        row.put("unitPrice", AttributeValue.fromN(Long.toString(price.amount())));
        row.put("currency", AttributeValue.fromS(price.currency()));
        row.put("version", AttributeValue.fromN(Long.toString(version)));
        return row;
    }
}
