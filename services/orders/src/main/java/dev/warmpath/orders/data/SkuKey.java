package dev.warmpath.orders.data;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys of the rows of a product. */
final class SkuKey {
    private static final String PARTITION = "SKU#";

    private SkuKey() {}

    static Map<String, AttributeValue> of(String sku, String row) {
        return Map.of("pk", AttributeValue.fromS(PARTITION + sku), "sk", AttributeValue.fromS(row));
    }

    static String sku(Map<String, AttributeValue> row) {
        return row.get("pk").s().substring(PARTITION.length());
    }
}
