package dev.warmpath.bench.patterns;

import dev.warmpath.batch.BatchGet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What has to be done with an order until it is confirmed: the same, whoever does it. */
record OrderWork(Stores stores) {
    private static final String CONFIRM = "SET #status = :confirmed, #total = :total, currency = :currency "
            + "REMOVE attempts, nextAttemptAt, pendingShard";

    /** Writes it as one that waits. */
    void accept(Map<String, AttributeValue> pending) {
        stores.dynamoDb()
                .putItem(put -> put.tableName(StoreTables.PLACED)
                        .item(pending)
                        .conditionExpression("attribute_not_exists(pk)"));
    }

    /** Confirms one that was accepted. */
    void confirmAccepted(int user, Map<String, AttributeValue> pending) {
        AttributeValue total = total(user, pending);
        transact(
                pending,
                TransactWriteItem.builder()
                        .update(update -> update.tableName(StoreTables.PLACED)
                                .key(key(pending))
                                .updateExpression(CONFIRM)
                                .conditionExpression("#status = :pending")
                                .expressionAttributeNames(Map.of("#status", "status", "#total", "total"))
                                .expressionAttributeValues(Map.of(
                                        ":confirmed", StoreRows.text("CONFIRMED"),
                                        ":pending", StoreRows.text(StoreRows.PENDING),
                                        ":total", total,
                                        ":currency", StoreRows.text("EUR"))))
                        .build());
    }

    /** Confirms one that nobody has accepted before. */
    void confirmAtOnce(int user, Map<String, AttributeValue> pending) {
        Map<String, AttributeValue> confirmed = new HashMap<>(pending);
        confirmed.keySet().removeAll(List.of("attempts", "nextAttemptAt", "pendingShard"));
        confirmed.put("status", StoreRows.text("CONFIRMED"));
        confirmed.put("total", total(user, pending));
        confirmed.put("currency", StoreRows.text("EUR"));
        transact(
                pending,
                TransactWriteItem.builder()
                        .put(put -> put.tableName(StoreTables.PLACED)
                                .item(confirmed)
                                .conditionExpression("attribute_not_exists(pk)"))
                        .build());
    }

    static Map<String, AttributeValue> key(Map<String, AttributeValue> row) {
        return Map.of("pk", row.get("pk"), "sk", row.get("sk"));
    }

    /** By the prices of the catalogue, for a customer who may order. */
    private AttributeValue total(int user, Map<String, AttributeValue> order) {
        requireActive(user);
        List<Map<String, AttributeValue>> keys = lines(order)
                .map(line -> StoreRows.productKey(line.get("sku").s()))
                .toList();
        long total = new BatchGet(stores.dynamoDb(), StoreData.keyed(StoreTables.PLACED), 1)
                .read(keys, StoreData.deadline()).found().stream()
                        .mapToLong(product -> StoreRows.QUANTITY * number(product.get("unitPrice")))
                        .sum();
        return StoreRows.number(total);
    }

    private void requireActive(int user) {
        var row = stores.dynamoDb()
                .getItem(get -> get.tableName(StoreTables.USERS).key(StoreRows.userKey(user)))
                .item();
        if (!"ACTIVE".equals(row.get("status").s())) {
            throw new IllegalStateException("Only active users have orders here");
        }
    }

    private void transact(Map<String, AttributeValue> order, TransactWriteItem change) {
        List<TransactWriteItem> actions = Stream.concat(
                        Stream.of(change), lines(order).map(OrderWork::takeStock))
                .toList();
        stores.dynamoDb().transactWriteItems(transaction -> transaction.transactItems(actions));
    }

    private static TransactWriteItem takeStock(Map<String, AttributeValue> line) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(StoreTables.PLACED)
                        .key(StoreRows.stockKey(line.get("sku").s()))
                        .updateExpression("SET available = available - :quantity, version = version + :one")
                        .conditionExpression("available >= :quantity")
                        .expressionAttributeValues(
                                Map.of(":quantity", line.get("quantity"), ":one", StoreRows.number(1))))
                .build();
    }

    private static Stream<Map<String, AttributeValue>> lines(Map<String, AttributeValue> order) {
        return order.get("lines").l().stream().map(AttributeValue::m);
    }

    private static long number(AttributeValue value) {
        return Long.parseLong(value.n());
    }
}
