package dev.warmpath.orders.catalogue;

import dev.warmpath.items.Terms;
import dev.warmpath.items.Versions;
import dev.warmpath.orders.data.Stock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Sets a stock to what was counted, in the place of exactly that state of it which is known.
 *
 * <p>The row keeps the number of its last stock-take through all that orders take from it and give back. Without it, a
 * stock-take whose answer was lost would be made again, and with it undo what orders have taken since.
 *
 * @param number tells stock-takes of one SKU apart; a later one has a greater number
 * @param known version of the stock; empty if there is none
 */
record StockTake(String sku, long available, long number, OptionalLong known) {
    private static final String NUMBER = "stockTake";

    /** @param row of the stock as it is; empty if there is none */
    static StockTake of(CountedItem item, Versions versions, Map<String, AttributeValue> row) {
        return new StockTake(item.sku(), item.available(), versions.next(lastNumber(row)), version(row));
    }

    /** What is left to do where the stock turns out to be another one: nothing, if it has this stock-take or a later one. */
    Optional<StockTake> after(Map<String, AttributeValue> row) {
        return lastNumber(row) >= number
                ? Optional.empty()
                : Optional.of(new StockTake(sku, available, number, version(row)));
    }

    private static long lastNumber(Map<String, AttributeValue> row) {
        return row.containsKey(NUMBER) ? Long.parseLong(row.get(NUMBER).n()) : 0;
    }

    private static OptionalLong version(Map<String, AttributeValue> row) {
        return row.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Stock.of(row).version());
    }

    /** Fails, with the stock as it is, where it is not the one that is known. */
    UpdateItemRequest request(String tableName) {
        Terms terms = new Terms();
        return UpdateItemRequest.builder()
                .tableName(tableName)
                .key(Stock.key(sku))
                .updateExpression("SET " + changes(terms))
                .conditionExpression(condition(terms))
                .expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    private String changes(Terms terms) {
        return String.join(
                ", ",
                terms.name("available") + " = " + terms.number(available),
                terms.name("version") + " = " + terms.number(known.orElse(0) + 1),
                terms.name(NUMBER) + " = " + terms.number(number));
    }

    private String condition(Terms terms) {
        return known.isPresent()
                ? terms.name("version") + " = " + terms.number(known.getAsLong())
                : "attribute_not_exists(" + terms.name("pk") + ")";
    }
}
