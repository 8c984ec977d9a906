package dev.warmpath.bench.patterns;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An order is placed, attempted once more, and confirmed: three writes, each of which changes the index of pending orders. */
final class PendingLife implements Job {
    private static final String RETRY = "SET attempts = :one, nextAttemptAt = :later";
    private static final String CONFIRM =
            "SET #status = :confirmed, #total = :total REMOVE attempts, nextAttemptAt, pendingShard";

    private final Stores stores;
    private final String table;
    private final int lines;

    PendingLife(Stores stores, String table, int lines) {
        this.stores = stores;
        this.table = table;
        this.lines = lines;
    }

    @Override
    public Object run() {
        Map<String, AttributeValue> order = StoreRows.pending(0, 0, lines);
        stores.dynamoDb().putItem(put -> put.tableName(table).item(order));
        stores.dynamoDb()
                .updateItem(update -> update.tableName(table)
                        .key(StoreRows.orderKey(0, 0))
                        .updateExpression(RETRY)
                        .expressionAttributeValues(Map.of(
                                ":one", StoreRows.number(1), ":later", StoreRows.text("2027-01-01T00:00:00.001Z"))));
        stores.dynamoDb()
                .updateItem(update -> update.tableName(table)
                        .key(StoreRows.orderKey(0, 0))
                        .updateExpression(CONFIRM)
                        .expressionAttributeNames(Map.of("#status", "status", "#total", "total"))
                        .expressionAttributeValues(
                                Map.of(":confirmed", StoreRows.text("CONFIRMED"), ":total", StoreRows.number(1_196))));
        return order;
    }

    @Override
    public Object outcome(Object answer) {
        Map<String, AttributeValue> key = StoreRows.orderKey(0, 0);
        var order = stores.dynamoDb()
                .getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        stores.dynamoDb().deleteItem(delete -> delete.tableName(table).key(key));
        return order;
    }
}
