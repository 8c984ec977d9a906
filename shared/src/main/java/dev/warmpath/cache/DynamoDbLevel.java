package dev.warmpath.cache;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Entries in a DynamoDB table that all environments share.
 *
 * <p>Reads are consistent, so that a deletion hides at once what was there before it, and go by 100 keys, the most that <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a> takes; keys
 * that it leaves unprocessed are misses. Each entry is written by a call of its own, since only such a call takes a condition.
 * Calls are made at the same time, up to a bound.
 *
 * <p>Times count in whole seconds, rounded down. Expiry is checked on read, since DynamoDB deletes expired rows <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">within a few days</a>.
 *
 * <p>What is no entry, or is written in another form, reads as a miss; an entry as new takes its place. An entry in this form
 * whose value cannot be read stays a miss until it expires or a newer one comes.
 *
 * <p>Needs: the AWS SDK's dynamodb, and a table with the key {@code key} (S) and the time to live {@code expiresAt}.
 */
final class DynamoDbLevel<V> implements Level<V> {
    private static final int MOST_KEYS = 100;
    private static final int CALLS_AT_ONCE = 16;

    private final DynamoDbClient client;
    private final String table;
    private final CacheRows<V> rows;
    private final Expiry expiry;
    private final Clock clock;
    private final AwsRequestOverrideConfiguration limit;
    private final ParallelCalls calls = new ParallelCalls(CALLS_AT_ONCE);

    /**
     * A level on a table that may hold several caches.
     *
     * @param rows how this cache's entries stand in the table
     * @param callTimeout of each call to DynamoDB, its retries included
     */
    DynamoDbLevel(
            DynamoDbClient client, String table, CacheRows<V> rows, Expiry expiry, Clock clock, Duration callTimeout) {
        this.client = client;
        this.table = table;
        this.rows = rows;
        this.expiry = expiry;
        this.clock = clock;
        this.limit = AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(callTimeout)
                .build();
    }

    @Override
    public String name() {
        return "L2";
    }

    /** @throws RuntimeException the first failure of a call to DynamoDB */
    @Override
    public Map<String, Entry<V>> getAll(Collection<String> keys) {
        List<String> distinct = List.copyOf(Set.copyOf(keys));
        List<Supplier<Map<String, Entry<V>>>> reads = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += MOST_KEYS) {
            List<String> chunk = distinct.subList(from, Math.min(from + MOST_KEYS, distinct.size()));
            reads.add(() -> read(chunk));
        }
        Map<String, Entry<V>> entries = new HashMap<>();
        calls.all(reads).forEach(entries::putAll);
        return entries;
    }

    private Map<String, Entry<V>> read(List<String> keys) {
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .keys(keys.stream().map(rows::key).toList())
                .consistentRead(true)
                .build();
        BatchGetItemRequest request = BatchGetItemRequest.builder()
                .requestItems(Map.of(table, wanted))
                .overrideConfiguration(limit)
                .build();
        List<Map<String, AttributeValue>> found =
                client.batchGetItem(request).responses().getOrDefault(table, List.of());
        return rows.read(found, clock.instant());
    }

    /** @throws RuntimeException the first failure of a call to DynamoDB; some entries may then be written */
    @Override
    public Collection<String> putAll(Map<String, Entry<V>> entries, Duration age) {
        List<Supplier<Optional<String>>> writes = new ArrayList<>();
        entries.forEach((key, entry) -> put(key, entry, age).ifPresent(put -> writes.add(() -> write(key, put))));
        return calls.all(writes).stream().flatMap(Optional::stream).toList();
    }

    private Optional<PutItemRequest> put(String key, Entry<V> entry, Duration age) {
        return rows.put(key, entry, clock.instant(), expiry.left(entry, age))
                .map(put -> put.tableName(table).overrideConfiguration(limit).build());
    }

    /** The key if the table kept what it had. */
    private Optional<String> write(String key, PutItemRequest put) {
        try {
            client.putItem(put);
            return Optional.empty();
        } catch (ConditionalCheckFailedException e) {
            return Optional.of(key);
        }
    }

    /** Forgets nothing: the table is shared. */
    @Override
    public void clear() {}
}
