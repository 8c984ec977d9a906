package dev.warmpath.bench.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** When orders were placed and confirmed, as their rows say. */
final class OrderTimes implements AutoCloseable {
    /** One order. */
    record Times(Instant placed, Instant confirmed) {
        Duration age() {
            return Duration.between(placed, confirmed);
        }
    }

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final DynamoDbClient client;
    private final String table;

    OrderTimes(OrdersRun run) {
        this.client = run.dynamoDb();
        this.table = client.listTables().tableNames().stream()
                .filter(name -> name.contains("OrdersTable"))
                .findFirst()
                .orElseThrow();
    }

    String table() {
        return table;
    }

    DynamoDbClient client() {
        return client;
    }

    /** Until no order is pending any more. */
    void awaitDecisions() {
        OrdersRun.await(
                "all orders are decided",
                LONGEST,
                () -> client
                        .scanPaginator(
                                scan -> scan.tableName(table).indexName("GSI1").limit(1))
                        .items()
                        .stream()
                        .findAny()
                        .isEmpty());
    }

    /**
     * The orders that were placed since.
     *
     * @throws IllegalStateException if one of them is not confirmed: no figure is worth quoting then
     */
    List<Times> since(Instant start) {
        return client
                .scanPaginator(scan -> scan.tableName(table)
                        .filterExpression("begins_with(sk, :order) AND placedAt >= :start")
                        .expressionAttributeValues(Map.of(
                                ":order", AttributeValue.fromS("ORDER#"),
                                ":start", AttributeValue.fromS(start.toString()))))
                .items()
                .stream()
                .map(OrderTimes::times)
                .toList();
    }

    private static Times times(Map<String, AttributeValue> row) {
        if (!row.get("status").s().equals("CONFIRMED")) {
            throw new IllegalStateException("An order is not confirmed: " + row);
        }
        return new Times(instant(row, "placedAt"), instant(row, "updatedAt"));
    }

    private static Instant instant(Map<String, AttributeValue> row, String name) {
        return Instant.parse(row.get(name).s());
    }

    @Override
    public void close() {
        client.close();
    }
}
