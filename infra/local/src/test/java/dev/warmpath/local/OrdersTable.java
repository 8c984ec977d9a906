package dev.warmpath.local;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the orders table of a run really holds, read and written past the functions. */
final class OrdersTable implements AutoCloseable {
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
