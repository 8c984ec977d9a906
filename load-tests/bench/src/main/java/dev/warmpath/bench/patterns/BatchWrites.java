package dev.warmpath.bench.patterns;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.BatchWrite;
import dev.warmpath.bench.measure.Race.Pace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** New users written by one request, or by one request each. Both write as many units. */
final class BatchWrites {
    private static final int PUTS = 25;

    /** No user of the data has a number as high. */
    private static final int FIRST_NEW = 1_000_000;

    static final Pattern PATTERN = new Pattern(
            "batch-write",
            "What does BatchWriteItem save over " + PUTS + " single puts in a loop?",
            BatchWrites::trials);

    private BatchWrites() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        Pace modelled = workbench.pace(1, 10, 3);
        Pace asTheyAre = workbench.pace(20, 15, 8);
        return workbench.stores().trials(Figure.LATENCY, modelled, asTheyAre, stores -> pair(stores, PUTS));
    }

    static Pair pair(Stores stores, int puts) {
        List<Map<String, AttributeValue>> users = IntStream.range(FIRST_NEW, FIRST_NEW + puts)
                .mapToObj(StoreRows::user)
                .toList();
        BatchWrite batch = new BatchWrite(stores.dynamoDb(), StoreData.usersTable(), 1);
        return Pair.of(
                puts + " x PutItem",
                new Writing(stores, users, () -> users.forEach(user -> put(stores, user))),
                "BatchWriteItem",
                new Writing(
                        stores,
                        users,
                        () -> batch.write(users.stream().map(StoreData::put).toList(), StoreData.deadline())));
    }

    private static void put(Stores stores, Map<String, AttributeValue> user) {
        stores.dynamoDb().putItem(put -> put.tableName(StoreTables.USERS).item(user));
    }

    /** Each run finds a table without these users, and must leave them there. */
    private record Writing(Stores stores, List<Map<String, AttributeValue>> users, Runnable write) implements Job {
        @Override
        public Object run() {
            write.run();
            return users.size();
        }

        @Override
        public Object outcome(Object answer) {
            List<Map<String, AttributeValue>> keys = users.stream()
                    .map(user -> Map.of("userId", user.get("userId")))
                    .toList();
            var written = new BatchGet(stores.dynamoDb(), StoreData.usersTable(), 1)
                    .consistent()
                    .read(keys, StoreData.deadline());
            new BatchWrite(stores.dynamoDb(), StoreData.usersTable(), 1)
                    .write(keys.stream().map(StoreData::delete).toList(), StoreData.deadline());
            return written.found();
        }
    }
}
