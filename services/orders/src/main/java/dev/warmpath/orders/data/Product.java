package dev.warmpath.orders.data;

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
}
