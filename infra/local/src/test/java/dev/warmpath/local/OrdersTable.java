package dev.warmpath.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the orders table of a run really holds, read and written past the functions. */
final class OrdersTable implements AutoCloseable {
    private static final String PLACED = "2026-11-20T10:15:30.120Z";

    private final DynamoDbClient client;
    private final String name;

    private OrdersTable(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    static OrdersTable of(LocalRun run) {
        DynamoDbClient client = Stores.dynamoDb(run);
        return new OrdersTable(client, Stores.tableName(client, "OrdersTable"));
    }

    /** The row of an order; empty if there is none. */
    Map<String, AttributeValue> order(String userId, String orderId) {
        return client.getItem(get -> get.tableName(name).consistentRead(true).key(key(userId, orderId)))
                .item();
    }

    /** A pending order of one of a product, of which no worker is told. */
    void putPending(String userId, String orderId) {
        Map<String, AttributeValue> row = new HashMap<>(key(userId, orderId));
        Map<String, AttributeValue> line = Map.of("sku", text("tea"), "quantity", AttributeValue.fromN("1"));
        row.put("lines", AttributeValue.fromL(List.of(AttributeValue.fromM(line))));
        row.put("status", text("PENDING"));
        row.put("bodyHash", text("none"));
        row.put("correlationId", text("test"));
        row.put("placedAt", text(PLACED));
        row.put("updatedAt", text(PLACED));
        row.put("attempts", AttributeValue.fromN("0"));
        row.put("nextAttemptAt", text("2999-01-01T00:00:00.000Z"));
        row.put("pendingShard", text("PENDING#0"));
        row.put("placedOrder", text(PLACED + "#" + orderId));
        client.putItem(put -> put.tableName(name).item(row));
    }

    /** Makes the stock of a product one that every transaction fails on: none can count its changes. */
    void spoilStock(String sku) {
        client.updateItem(update -> update.tableName(name).key(stock(sku)).updateExpression("REMOVE version"));
    }

    void setStock(String sku, int available) {
        client.updateItem(update -> update.tableName(name)
                .key(stock(sku))
                .updateExpression("SET available = :available, version = :version")
                .expressionAttributeValues(Map.of(
                        ":available", AttributeValue.fromN(Integer.toString(available)),
                        ":version", AttributeValue.fromN("1"))));
    }

    private static Map<String, AttributeValue> key(String userId, String orderId) {
        return Map.of("pk", text("USER#" + userId), "sk", text("ORDER#" + orderId));
    }

    private static Map<String, AttributeValue> stock(String sku) {
        return Map.of("pk", text("SKU#" + sku), "sk", text("STOCK"));
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    @Override
    public void close() {
        client.close();
    }
}
