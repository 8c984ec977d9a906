package dev.warmpath.bench.patterns;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.bench.measure.Race.Pace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Orders that are pending, found by a sparse index of keys alone and then read from the table.
 *
 * <p>Against a Scan, since without an index nothing else finds them; and against an index of whole items, which is read in one
 * call, but written with every change of a pending order, and in units of the item's size: reads and writes apart, and writes of
 * small orders and of the largest ones, since only an item over 1 KB makes a difference.
 */
final class KeysOnlyIndex {
    private static final int MOST_LINES = 50;

    static final Pattern PATTERN = new Pattern(
            "keys-only-index",
            "What does a sparse index of keys, with BatchGetItem, save over a Scan and over an index of whole items?",
            KeysOnlyIndex::trials);

    private KeysOnlyIndex() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        StoreBed bed = workbench.stores();
        Pace few = workbench.pace(3, 10, 3);
        Pace many = workbench.pace(20, 10, 10);
        return List.of(
                bed.modelled(Figure.READ_UNITS, "read, not by Scan, modelled latencies", few, KeysOnlyIndex::notScan),
                bed.asTheyAre(Figure.READ_UNITS, "read, not by Scan, engines as they are", few, KeysOnlyIndex::notScan),
                bed.modelled(
                        Figure.READ_UNITS, "read, not whole, modelled latencies", few, KeysOnlyIndex::readNotWhole),
                bed.asTheyAre(
                        Figure.READ_UNITS, "read, not whole, engines as they are", many, KeysOnlyIndex::readNotWhole),
                bed.asTheyAre(
                        Figure.WRITE_UNITS,
                        "written, not whole, orders of " + StoreData.LINES + " lines, engines as they are",
                        many,
                        stores -> writeNotWhole(stores, StoreData.LINES)),
                bed.asTheyAre(
                        Figure.WRITE_UNITS,
                        "written, not whole, orders of " + MOST_LINES + " lines, engines as they are",
                        many,
                        stores -> writeNotWhole(stores, MOST_LINES)));
    }

    static Pair notScan(Stores stores) {
        return Pair.of("Scan", () -> scan(stores), "keys, then BatchGetItem", () -> byKeys(stores));
    }

    static Pair readNotWhole(Stores stores) {
        return Pair.of(
                "an index of whole items",
                () -> Set.copyOf(query(stores, StoreTables.WHOLE_PENDING)),
                "keys, then BatchGetItem",
                () -> byKeys(stores));
    }

    static Pair writeNotWhole(Stores stores, int lines) {
        return Pair.of(
                "an index of whole items",
                new PendingLife(stores, StoreTables.PENDING_WHOLE, lines),
                "an index of keys",
                new PendingLife(stores, StoreTables.PENDING_BY_KEYS, lines));
    }

    private static Set<Map<String, AttributeValue>> scan(Stores stores) {
        return stores
                .dynamoDb()
                .scanPaginator(scan -> scan.tableName(StoreTables.ORDERS)
                        .filterExpression("#status = :pending")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(Map.of(":pending", StoreRows.text(StoreRows.PENDING))))
                .items()
                .stream()
                .collect(Collectors.toSet());
    }

    private static Set<Map<String, AttributeValue>> byKeys(Stores stores) {
        List<Map<String, AttributeValue>> keys = query(stores, StoreTables.PENDING_KEYS).stream()
                .map(entry -> Map.of("pk", entry.get("pk"), "sk", entry.get("sk")))
                .toList();
        BatchGet batch = new BatchGet(stores.dynamoDb(), StoreData.keyed(StoreTables.ORDERS), 1);
        return Set.copyOf(batch.read(keys, StoreData.deadline()).found());
    }

    private static List<Map<String, AttributeValue>> query(Stores stores, StoreTables.Index index) {
        AttributeValue shard = StoreRows.text(StoreRows.pendingShard());
        return stores.dynamoDb()
                .query(query -> query.tableName(StoreTables.ORDERS)
                        .indexName(index.name())
                        .keyConditionExpression("pendingShard = :shard")
                        .expressionAttributeValues(Map.of(":shard", shard)))
                .items();
    }
}
