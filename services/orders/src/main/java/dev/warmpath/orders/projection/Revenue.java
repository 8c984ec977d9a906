package dev.warmpath.orders.projection;

import dev.warmpath.batch.Retry;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.items.Terms;
import dev.warmpath.items.Timestamps;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What was sold, by product, hour (UTC) and currency: the row {@code SKU#<sku>} / {@code 2026-11-20T10#EUR} counts
 * {@code revenue} in minor units, {@code orders} and {@code quantity}.
 *
 * <p>A transition counts in its own hour, so that an hour that is over stays as it is: a cancellation takes from the hour of the
 * cancellation, which may thereby be negative, and the sum over all hours is what was sold for good.
 *
 * <p>Exact, however often and in whatever order transitions come: one transaction adds to the rows and leaves a marker, the row
 * {@code ORDER#<userId>#<orderId>} / status, and where the marker is there already it does nothing. One order takes a
 * transaction of its own, of at most 50 lines and the marker. With several orders in it, one that was counted before would
 * cancel the others too, for no less capacity: a transaction costs by its items.
 *
 * <p>One product takes some 500 orders a second, since the rows of a partition key take 1,000 write units a second together and an
 * addition in a transaction costs two (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">Best practices for
 * designing and using partition keys effectively</a>).
 */
public final class Revenue {
    /**
     * How long a marker keeps its transition from being counted again: far longer than anything may bring one back, which are
     * the stream (a day), the queue of what was given up (14 days), and a restore from a backup in time (35 days).
     */
    static final Duration MARKER_LIFE = Duration.ofDays(90);

    private static final int HOUR_LENGTH = "2026-11-20T10".length();
    private static final int MARKER = 0;

    private final DynamoDbClient client;
    private final Retry retry = new Retry();
    private final String tableName;
    private final Clock clock;
    private final boolean never;

    public Revenue(DynamoDbClient client, String tableName, Clock clock) {
        this(client, tableName, clock, false);
    }

    private Revenue(DynamoDbClient client, String tableName, Clock clock, boolean never) {
        this.client = client;
        this.tableName = tableName;
        this.clock = clock;
        this.never = never;
    }

    /** The same table, of which each transaction reaches the table and is cancelled there: for priming. */
    public Revenue neverCounting() {
        return new Revenue(client, tableName, clock, true);
    }

    /**
     * Counts a change, unless it was counted before. Tries again where others count the same products at the same time.
     *
     * @return whether it was not counted before
     * @throws RuntimeException if it cannot be counted, or not before the deadline
     */
    boolean count(RevenueChange change, Deadline deadline) {
        try {
            List<TransactWriteItem> actions = actions(change);
            retry.call(deadline, () -> client.transactWriteItems(write -> write.transactItems(actions)));
            return true;
        } catch (TransactionCanceledException e) {
            if (isCountedBefore(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isCountedBefore(TransactionCanceledException cancelled) {
        return cancelled.hasCancellationReasons()
                && "ConditionalCheckFailed"
                        .equals(cancelled.cancellationReasons().get(MARKER).code());
    }

    private List<TransactWriteItem> actions(RevenueChange change) {
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(
                MARKER, TransactWriteItem.builder().put(marker(change.order())).build());
        change.order().lines().stream()
                .map(line -> TransactWriteItem.builder()
                        .update(addition(change, line))
                        .build())
                .forEach(actions::add);
        return actions;
    }

    private Put marker(Order order) {
        Instant end = clock.instant().plus(MARKER_LIFE);
        return Put.builder()
                .tableName(tableName)
                .item(Map.of(
                        "pk",
                                text("ORDER#" + order.key().userId() + "#"
                                        + order.key().orderId()),
                        "sk", text(order.status().name()),
                        "expiresAt", number(end.getEpochSecond())))
                .conditionExpression("attribute_not_exists(pk)" + (never ? " AND attribute_exists(pk)" : ""))
                .build();
    }

    private Update addition(RevenueChange change, OrderLine line) {
        long revenue = Math.multiplyExact(line.unitPrice().orElseThrow(), (long) line.quantity());
        Terms terms = new Terms();
        List<String> additions = List.of(
                terms.name("revenue") + " " + terms.number(change.sign() * revenue),
                terms.name("orders") + " " + terms.number(change.sign()),
                terms.name("quantity") + " " + terms.number((long) change.sign() * line.quantity()));
        return Update.builder()
                .tableName(tableName)
                .key(Map.of("pk", text("SKU#" + line.sku()), "sk", text(hourAndCurrency(change.order()))))
                .updateExpression("ADD " + String.join(", ", additions))
                .expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .build();
    }

    private static String hourAndCurrency(Order order) {
        String hour = Timestamps.text(order.updatedAt()).substring(0, HOUR_LENGTH);
        return hour + "#" + order.total().orElseThrow().currency();
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
