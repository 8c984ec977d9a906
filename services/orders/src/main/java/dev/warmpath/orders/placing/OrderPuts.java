package dev.warmpath.orders.placing;

import dev.warmpath.batch.BatchWrite;
import dev.warmpath.batch.SingleWrites;
import dev.warmpath.batch.Table;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.placing.Placement.KeyTaken;
import dev.warmpath.orders.placing.Placement.Placed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The orders table, as new orders come into it. */
public final class OrderPuts {
    private static final String IF_NEW = "attribute_not_exists(pk)";
    private static final String NEVER = "attribute_not_exists(pk) AND attribute_exists(pk)";

    /** All that a hundred orders need. */
    private static final int BATCHES_AT_ONCE = 4;

    /** Half of the client's connections. */
    private static final int PUTS_AT_ONCE = 25;

    private final DynamoDbClient client;
    private final String tableName;
    private final String condition;
    private final BatchWrite batches;
    private final SingleWrites singles = new SingleWrites(PUTS_AT_ONCE);

    public OrderPuts(DynamoDbClient client, String tableName) {
        this(client, tableName, IF_NEW);
    }

    private OrderPuts(DynamoDbClient client, String tableName, String condition) {
        this.client = client;
        this.tableName = tableName;
        this.condition = condition;
        this.batches = new BatchWrite(client, new Table(tableName, List.of("pk", "sk")), BATCHES_AT_ONCE);
    }

    /** The same table, of which each put of one order reaches the table and fails there: for priming. */
    OrderPuts neverPutting() {
        return new OrderPuts(client, tableName, NEVER);
    }

    /** Writes an order, unless there is one under its key. */
    Placement put(Order order) {
        try {
            client.putItem(put -> put.tableName(tableName)
                    .item(OrderSchema.row(order))
                    .conditionExpression(condition)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Placed(order, true);
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() ? inTheWay(OrderSchema.order(e.item()), order) : new KeyTaken();
        }
    }

    private static Placement inTheWay(Order existing, Order wanted) {
        if (!existing.bodyHash().equals(wanted.bodyHash())) {
            return new KeyTaken();
        }
        // The client repeats a put whose answer was lost, and then finds its own row in the way.
        boolean own = existing.placedAt().equals(wanted.placedAt())
                && existing.correlationId().equals(wanted.correlationId());
        return new Placed(existing, own);
    }

    /** As {@link #put}, for each of several orders; what came of those that were written in time, by their ids. */
    Map<String, Placement> putEach(List<Order> orders, Deadline deadline) {
        Map<String, Placement> ended = new ConcurrentHashMap<>();
        singles.write(
                orders,
                order -> {
                    ended.put(order.key().orderId(), put(order));
                    return Optional.empty();
                },
                deadline);
        return Map.copyOf(ended);
    }

    /** Writes orders with fresh ids, which nothing can be in the way of; those that were written in time, by their ids. */
    Map<String, Placement> putFresh(List<Order> orders, Deadline deadline) {
        Map<String, Placement> ended = new HashMap<>();
        orders.forEach(order -> ended.put(order.key().orderId(), new Placed(order, true)));
        List<WriteRequest> requests = orders.stream().map(OrderPuts::request).toList();
        batches.write(requests, deadline)
                .forEach(left ->
                        ended.remove(OrderKey.of(left.putRequest().item()).orderId()));
        return ended;
    }

    private static WriteRequest request(Order order) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(OrderSchema.row(order)))
                .build();
    }
}
