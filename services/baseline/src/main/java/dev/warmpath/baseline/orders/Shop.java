package dev.warmpath.baseline.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

final class Shop implements AutoCloseable {
    private final DynamoDbClient client = DynamoDbClient.create();
    private final DynamoDbTable<Order> orders;
    private final DynamoDbTable<Product> products;

    enum Outcome {
        DONE,
        CHANGED,
        OUT_OF_STOCK,
        CONFLICT
    }

    Shop() {
        DynamoDbEnhancedClient enhanced =
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        this.orders = enhanced.table(System.getenv("ORDERS_TABLE"), TableSchema.fromBean(Order.class));
        this.products = enhanced.table(System.getenv("PRODUCTS_TABLE"), TableSchema.fromBean(Product.class));
    }

    Optional<Order> order(String userId, String orderId) {
        Key key = Key.builder().partitionValue(userId).sortValue(orderId).build();
        return Optional.ofNullable(orders.getItem(request -> request.key(key).consistentRead(true)));
    }

    List<Order> ordersOf(String userId) {
        Expression own = Expression.builder()
                .expression("userId = :userId")
                .putExpressionValue(":userId", AttributeValue.fromS(userId))
                .build();
        return orders.scan(request -> request.filterExpression(own).consistentRead(true)).items().stream()
                .toList();
    }

    Optional<Product> product(String sku) {
        Key key = Key.builder().partitionValue(sku).build();
        return Optional.ofNullable(products.getItem(request -> request.key(key).consistentRead(true)));
    }

    boolean replace(Product product, long seen) {
        Expression unchanged = Expression.builder()
                .expression("attribute_not_exists(sku) OR version = :seen")
                .putExpressionValue(":seen", number(seen))
                .build();
        try {
            products.putItem(request -> request.item(product).conditionExpression(unchanged));
            return true;
        } catch (ConditionalCheckFailedException | TransactionConflictException e) {
            return false;
        }
    }

    Outcome place(Order order) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(order, "attribute_not_exists(orderId)", Map.of()));
        if (order.getStatus().equals("CONFIRMED")) {
            for (Line line : order.getLines()) {
                writes.add(stock(line, -line.getQuantity()));
            }
        }
        return write(writes);
    }

    Outcome cancel(Order order) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(order, "#status = :confirmed", Map.of(":confirmed", AttributeValue.fromS("CONFIRMED"))));
        for (Line line : order.getLines()) {
            writes.add(stock(line, line.getQuantity()));
        }
        return write(writes);
    }

    private TransactWriteItem put(Order order, String condition, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(orders.tableName())
                        .item(orders.tableSchema().itemToMap(order, true))
                        .conditionExpression(condition)
                        .expressionAttributeNames(condition.contains("#status") ? Map.of("#status", "status") : null)
                        .expressionAttributeValues(values.isEmpty() ? null : values))
                .build();
    }

    private TransactWriteItem stock(Line line, long change) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(products.tableName())
                        .key(Map.of("sku", AttributeValue.fromS(line.getSku())))
                        .updateExpression("SET available = available + :change, version = version + :one")
                        .conditionExpression("available >= :least")
                        .expressionAttributeValues(Map.of(
                                ":change", number(change), ":one", number(1), ":least", number(Math.max(0, -change)))))
                .build();
    }

    private Outcome write(List<TransactWriteItem> writes) {
        try {
            client.transactWriteItems(request -> request.transactItems(writes));
            return Outcome.DONE;
        } catch (TransactionCanceledException e) {
            return outcome(e.cancellationReasons());
        }
    }

    private static Outcome outcome(List<CancellationReason> reasons) {
        List<String> codes = reasons.stream().map(CancellationReason::code).toList();
        if (!codes.contains("ConditionalCheckFailed")) {
            return Outcome.CONFLICT;
        }
        return codes.getFirst().equals("ConditionalCheckFailed") ? Outcome.CHANGED : Outcome.OUT_OF_STOCK;
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    @Override
    public void close() {
        client.close();
    }
}
