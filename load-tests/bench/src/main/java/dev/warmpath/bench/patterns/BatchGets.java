package dev.warmpath.bench.patterns;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.bench.measure.Race.Pace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Users read by one request, or by one request each. Both read as many units. */
final class BatchGets {
    private static final int IDS = 100;

    static final Pattern PATTERN = new Pattern(
            "batch-get", "What does BatchGetItem save over " + IDS + " single reads in a loop?", BatchGets::trials);

    private BatchGets() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        Pace modelled = workbench.pace(1, 10, 1);
        Pace asTheyAre = workbench.pace(10, 15, 4);
        return workbench.stores().trials(Figure.LATENCY, modelled, asTheyAre, stores -> pair(stores, IDS));
    }

    static Pair pair(Stores stores, int ids) {
        List<Map<String, AttributeValue>> keys =
                IntStream.range(0, ids).mapToObj(StoreRows::userKey).toList();
        BatchGet batch = new BatchGet(stores.dynamoDb(), StoreData.usersTable(), 1);
        return Pair.of(
                ids + " x GetItem",
                () -> keys.stream().map(key -> read(stores, key)).toList(),
                "BatchGetItem",
                () -> batch.read(keys, StoreData.deadline()).found());
    }

    private static Map<String, AttributeValue> read(Stores stores, Map<String, AttributeValue> key) {
        return stores.dynamoDb()
                .getItem(get -> get.tableName(StoreTables.USERS).key(key))
                .item();
    }
}
