package dev.warmpath.orders.data;

import dev.warmpath.items.Terms;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * How many of a product there are.
 *
 * @param version counts its changes
 */
public record Stock(String sku, long available, long version) {
    /** Key of its row. */
    public static Map<String, AttributeValue> key(String sku) {
        return SkuKey.of(sku, "STOCK");
    }

    /** The stock that a row keeps. */
    public static Stock of(Map<String, AttributeValue> row) {
        return new Stock(
                SkuKey.sku(row),
                Long.parseLong(row.get("available").n()),
                Long.parseLong(row.get("version").n()));
    }

    /** Part of a transaction: takes from the stock, and fails where there is too little of it, or none. */
    public static Update take(String tableName, OrderLine line) {
        Terms terms = new Terms();
        String available = terms.name("available");
        String quantity = terms.number(line.quantity());
        return change(tableName, line, terms, available + " = " + available + " - " + quantity)
                .conditionExpression(available + " >= " + quantity)
                .expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .build();
    }

    /** Part of a transaction: gives back what {@link #take} took. */
    public static Update giveBack(String tableName, OrderLine line) {
        Terms terms = new Terms();
        String available = terms.name("available");
        String quantity = terms.number(line.quantity());
        return change(tableName, line, terms, available + " = " + available + " + " + quantity)
                .expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .build();
    }

    private static Update.Builder change(String tableName, OrderLine line, Terms terms, String change) {
        String version = terms.name("version");
        return Update.builder()
                .tableName(tableName)
                .key(key(line.sku()))
                .updateExpression("SET " + change + ", " + version + " = " + version + " + " + terms.number(1));
    }
}
