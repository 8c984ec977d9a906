package dev.warmpath.bench;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.bench.Race.Pace;
import dev.warmpath.bench.Race.Way;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Five hundred users, read by parallel batches, by batches one after the other, and one by one. */
final class Batches {
    private static final Pace PACE = new Pace(15, 20, 10);
    private static final int IDS = 500;
    private static final int KEYS_A_REQUEST = 100;
    private static final int REQUESTS_AT_ONCE = 10;

    private Batches() {}

    static Race race(UsersTable table) throws IOException, InterruptedException {
        BatchGet batchGet = new BatchGet(table.client(), table.keyed(), REQUESTS_AT_ONCE);
        List<Map<String, AttributeValue>> keys =
                IntStream.range(0, IDS).mapToObj(UsersTable::key).toList();
        return Race.of(
                "Read %d users (one JVM, normal tiering)".formatted(IDS),
                PACE,
                List.of(
                        way(
                                "5 batches in parallel",
                                () -> batchGet.read(keys, UsersTable.deadline())
                                        .found()
                                        .size()),
                        way("5 batches one after the other", () -> sequentially(table, keys)),
                        way("500 single reads", () -> oneByOne(table, keys))));
    }

    private static int sequentially(UsersTable table, List<Map<String, AttributeValue>> keys) {
        int found = 0;
        for (int from = 0; from < keys.size(); from += KEYS_A_REQUEST) {
            KeysAndAttributes chunk = KeysAndAttributes.builder()
                    .keys(keys.subList(from, from + KEYS_A_REQUEST))
                    .build();
            found += table.client()
                    .batchGetItem(batch -> batch.requestItems(Map.of(table.name(), chunk)))
                    .responses()
                    .get(table.name())
                    .size();
        }
        return found;
    }

    private static int oneByOne(UsersTable table, List<Map<String, AttributeValue>> keys) {
        int found = 0;
        for (Map<String, AttributeValue> key : keys) {
            if (table.client()
                    .getItem(get -> get.tableName(table.name()).key(key))
                    .hasItem()) {
                found++;
            }
        }
        return found;
    }

    @FunctionalInterface
    private interface Reading {
        int found();
    }

    /** Each way must find all users: no figure of a part of the work is worth quoting. */
    private static Way way(String name, Reading reading) {
        return new Way(
                name,
                Race.timed(() -> {
                    int found = reading.found();
                    if (found != IDS) {
                        throw new IllegalStateException(name + " found " + found + " of " + IDS + " users");
                    }
                }),
                ThisProcess::cpu);
    }
}
