package dev.warmpath.bench.stores;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.measure.ThisProcess;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.UsersTable;
import dev.warmpath.local.frontdoor.FrontDoor;
import dev.warmpath.local.frontdoor.Latency;
import dev.warmpath.local.frontdoor.Service;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Five hundred users, read by parallel batches, by batches one after the other, and one by one. */
final class Batches {
    private static final Pace AS_IT_IS = new Pace(15, 20, 10);

    /** Fewer calls, since reads one by one wait for so many answers. */
    private static final Pace DELAYED = new Pace(2, 5, 4);

    /** About what DynamoDB takes within a region. */
    private static final Duration DELAY = Duration.ofMillis(4);

    private static final int IDS = 500;
    private static final int KEYS_A_REQUEST = 100;
    private static final int REQUESTS_AT_ONCE = 10;

    private Batches() {}

    /** The engine on this machine answers out of its memory, and its answers take turns on a few cores. */
    static Race asTheEngineIs(UsersTable table) throws IOException, InterruptedException {
        return race("the engine as it is", AS_IT_IS, table);
    }

    /** Each call waits before it goes on to the engine, as it would on a network. */
    static Race delayed(Bed bed, UsersTable table) throws IOException, InterruptedException {
        URI engine = bed.dynamoDb().endpoint();
        try (FrontDoor frontDoor = FrontDoor.open(List.of(Service.dynamoDb(engine)), Throwable::printStackTrace);
                UsersTable far = table.through(URI.create(frontDoor.endpoint(Service.DYNAMODB, "bench")))) {
            frontDoor.latencies().set(Map.of(Service.DYNAMODB, new Latency.Fixed(DELAY)));
            return race("each call delayed by " + DELAY.toMillis() + " ms", DELAYED, far);
        }
    }

    private static Race race(String setting, Pace pace, UsersTable table) throws IOException, InterruptedException {
        BatchGet batchGet = new BatchGet(table.client(), table.keyed(), REQUESTS_AT_ONCE);
        List<Map<String, AttributeValue>> keys =
                IntStream.range(0, IDS).mapToObj(UsersTable::key).toList();
        return Race.of(
                "Read %d users, %s (one JVM, normal tiering)".formatted(IDS, setting),
                pace,
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
