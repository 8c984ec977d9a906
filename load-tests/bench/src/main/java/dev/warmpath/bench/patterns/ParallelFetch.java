package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.concurrent.FanOut;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The shards of a list of users, read at the same time or one after the other. Both make the same calls. */
final class ParallelFetch {
    private static final int SHARDS = 4;
    private static final int PAGE = 20;

    static final Pattern PATTERN = new Pattern(
            "parallel-fetch",
            "What do " + SHARDS + " independent queries save at the same time over one after the other?",
            ParallelFetch::trials);

    private ParallelFetch() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        Pace modelled = workbench.pace(5, 15, 10);
        Pace asTheyAre = workbench.pace(200, 20, 25);
        return workbench.stores().trials(Figure.LATENCY, modelled, asTheyAre, ParallelFetch::pair);
    }

    static Pair pair(Stores stores) {
        List<Callable<List<Map<String, AttributeValue>>>> shards = IntStream.range(0, SHARDS)
                .<Callable<List<Map<String, AttributeValue>>>>mapToObj(shard -> () -> newest(stores, shard))
                .toList();
        return Pair.of(
                "one after the other",
                () -> IntStream.range(0, SHARDS)
                        .mapToObj(shard -> newest(stores, shard))
                        .toList(),
                "at the same time",
                () -> FanOut.all(StoreData.deadline(), shards));
    }

    private static List<Map<String, AttributeValue>> newest(Stores stores, int shard) {
        AttributeValue value = StoreRows.text(StoreRows.statusShard(shard));
        return stores.dynamoDb()
                .query(query -> query.tableName(StoreTables.USERS)
                        .indexName(StoreTables.BY_STATUS.name())
                        .keyConditionExpression("statusShard = :shard")
                        .expressionAttributeValues(Map.of(":shard", value))
                        .scanIndexForward(false)
                        .limit(PAGE))
                .items();
    }
}
