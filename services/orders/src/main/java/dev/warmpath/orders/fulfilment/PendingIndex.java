package dev.warmpath.orders.fulfilment;

import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.items.Timestamps;
import dev.warmpath.orders.data.OrderKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The index of pending orders, as of a moment ago. */
final class PendingIndex {
    /** Per shard, so that one run stays well below a minute; the next run goes on with the next oldest ones. */
    private static final int MOST_OF_A_SHARD = 250;

    private final DynamoDbClient client;
    private final String tableName;

    PendingIndex(DynamoDbClient client, String tableName) {
        this.client = client;
        this.tableName = tableName;
    }

    /** The orders whose next attempt is due, of each shard the oldest ones. */
    List<OrderKey> dueAt(Instant now, Deadline deadline) {
        List<Callable<List<OrderKey>>> queries = IntStream.range(0, OrderKey.PENDING_SHARDS)
                .<Callable<List<OrderKey>>>mapToObj(shard -> () -> dueOfShard(shard, now))
                .toList();
        return FanOut.all(deadline, queries).stream().flatMap(List::stream).toList();
    }

    private List<OrderKey> dueOfShard(int shard, Instant now) {
        return client
                .queryPaginator(query -> query.tableName(tableName)
                        .indexName("GSI1")
                        .keyConditionExpression("pendingShard = :shard AND nextAttemptAt <= :now")
                        .expressionAttributeValues(Map.of(
                                ":shard", AttributeValue.fromS(OrderKey.pendingShard(shard)),
                                ":now", AttributeValue.fromS(Timestamps.text(now))))
                        .limit(MOST_OF_A_SHARD))
                .items()
                .stream()
                .limit(MOST_OF_A_SHARD)
                .map(OrderKey::of)
                .toList();
    }
}
