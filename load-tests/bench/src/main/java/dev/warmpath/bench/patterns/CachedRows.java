package dev.warmpath.bench.patterns;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.Table;
import dev.warmpath.cache.Cache;
import dev.warmpath.cache.CacheListener;
import dev.warmpath.cache.Level;
import dev.warmpath.cache.TimesToLive;
import dev.warmpath.function.Rows;
import dev.warmpath.function.TableSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows of text and numbers, read from their table one by one or through a cache.
 *
 * @param id an attribute by which rows are told apart
 * @param keys of rows, by their ids
 */
record CachedRows(Table table, String id, Function<String, Map<String, AttributeValue>> keys)
        implements Rows<Map<String, Object>> {
    static final CachedRows USERS =
            new CachedRows(StoreData.usersTable(), "userId", id -> Map.of("userId", StoreRows.text(id)));
    static final CachedRows PRODUCTS = new CachedRows(
            StoreData.keyed(StoreTables.ORDERS),
            "pk",
            id -> Map.of("pk", StoreRows.text(id), "sk", StoreRows.text("CATALOGUE")));

    /** Longer than any run takes. */
    static final TimesToLive TIMES = new TimesToLive(Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(1));

    private static final int REQUESTS_AT_ONCE = 4;

    Cache<Map<String, Object>> through(Stores stores, Level<Map<String, Object>> level, CacheListener listener) {
        BatchGet reads = new BatchGet(stores.dynamoDb(), table, REQUESTS_AT_ONCE);
        return new Cache<>(new TableSource<>(reads, this), List.of(level), listener);
    }

    Map<String, Object> fromTable(Stores stores, String rowId) {
        return value(stores.dynamoDb()
                .getItem(get -> get.tableName(table.name()).key(key(rowId)))
                .item());
    }

    @Override
    public Map<String, AttributeValue> key(String rowId) {
        return keys.apply(rowId);
    }

    @Override
    public Map<String, Object> value(Map<String, AttributeValue> row) {
        Map<String, Object> value = new TreeMap<>();
        row.forEach((name, attribute) -> value.put(name, attribute.n() == null ? attribute.s() : attribute.n()));
        return value;
    }

    @Override
    public String id(Map<String, Object> value) {
        return value.get(id).toString();
    }

    @Override
    public long version(Map<String, Object> value) {
        return Long.parseLong(value.get("version").toString());
    }
}
