package dev.warmpath.orders.placing;

import dev.warmpath.batch.BatchWrite;
import dev.warmpath.batch.Table;
import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.placing.Placement.KeyTaken;
import dev.warmpath.orders.placing.Placement.Placed;
import dev.warmpath.orders.placing.Placement.Unknown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
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

    private static final Logger LOG = LoggerFactory.getLogger(OrderPuts.class);

    private final DynamoDbClient client;
    private final String tableName;
    private final String condition;
    private final BatchWrite batches;

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

    /** As {@link #put}, for each of several orders; what came of each by its id. */
    Map<String, Placement> putEach(List<Order> orders, Deadline deadline) {
        Map<String, Placement> ended = new ConcurrentHashMap<>();
        List<Callable<Placement>> calls = orders.stream()
                .<Callable<Placement>>map(order -> () -> ended.put(order.key().orderId(), putOrFail(order)))
                .toList();
        try {
            FanOut.all(deadline, PUTS_AT_ONCE, calls);
        } catch (DeadlineException e) {
            LOG.warn("Only {} of {} orders with keys were written in time", ended.size(), orders.size());
        }
        return Map.copyOf(ended);
    }

    /** So that what happens to one order is no harm to the others. */
    private Placement putOrFail(Order order) {
        try {
            return put(order);
        } catch (SdkException e) {
            LOG.error("Order {} could not be written", order.key().orderId(), e);
            return new Unknown();
        }
    }

    /** Writes orders with fresh ids, which nothing can be in the way of; what came of each by its id. */
    Map<String, Placement> putFresh(List<Order> orders, Deadline deadline) {
        List<WriteRequest> requests = orders.stream().map(OrderPuts::request).toList();
        Set<WriteRequest> left = new HashSet<>(batches.write(requests, deadline));
        Map<String, Placement> ended = new HashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            Placement placement = left.contains(requests.get(i)) ? new Unknown() : new Placed(orders.get(i), true);
            ended.put(orders.get(i).key().orderId(), placement);
        }
        return ended;
    }

    private static WriteRequest request(Order order) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(OrderSchema.row(order)))
                .build();
    }
}
