package dev.warmpath.bench.stores;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.measure.ThisProcess;
import dev.warmpath.bench.rig.JsonCodec;
import dev.warmpath.bench.rig.UsersTable;
import dev.warmpath.cache.CaffeineLevel;
import dev.warmpath.cache.Entry;
import dev.warmpath.cache.FileLevel;
import dev.warmpath.cache.Level;
import dev.warmpath.cache.SharedCache;
import dev.warmpath.cache.SharedCacheSettings;
import dev.warmpath.cache.TimesToLive;
import dev.warmpath.cache.ValkeySettings;
import dev.warmpath.local.valkey.ValkeyServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Hits of one user in each level of the cache, against a read of the table. */
final class Levels {
    private static final Pace PACE = new Pace(3_000, 20, 200);
    private static final TimesToLive TIMES = new TimesToLive(Duration.ofHours(1), Duration.ZERO, Duration.ofMinutes(1));
    /** The tight timeouts of functions would end the run at a mood of the machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long FILE_BYTES = 1 << 20;
    private static final int FILLS = 5;
    private static final String CACHE = "users";
    private static final String CACHE_TABLE = "bench-cache";
    private static final String ID = UsersTable.id(1);

    private Levels() {}

    static Race race(UsersTable table, ValkeyServer valkey, Path folder) throws IOException, InterruptedException {
        ValkeySettings server =
                new ValkeySettings(valkey.host(), valkey.port(), false, Optional.empty(), PATIENCE, PATIENCE);
        SharedCache onValkey = new SharedCache(new SharedCacheSettings.Server(server), table::client);
        try {
            return Race.of(
                    "A user, by the level that has it (one JVM, normal tiering)",
                    PACE,
                    List.of(
                            way(
                                    "GetItem on the table",
                                    () -> table.client()
                                            .getItem(get ->
                                                    get.tableName(table.name()).key(UsersTable.key(1)))),
                            hit("L1, memory", new CaffeineLevel<>(100, TIMES, System::nanoTime)),
                            hit("file", new FileLevel<>(folder, FILE_BYTES, new JsonCodec(), TIMES)),
                            hit("L2, Valkey", level(onValkey)),
                            hit("L2, DynamoDB table", level(inTable(table)))));
        } finally {
            onValkey.disconnect();
        }
    }

    private static SharedCache inTable(UsersTable table) {
        table.client()
                .createTable(create -> create.tableName(CACHE_TABLE)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("key")
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("key")
                                .keyType(KeyType.HASH)
                                .build()));
        return new SharedCache(new SharedCacheSettings.Table(CACHE_TABLE), table::client);
    }

    private static Level<Map<String, Object>> level(SharedCache cache) {
        return cache.level(CACHE, new JsonCodec(), TIMES).orElseThrow();
    }

    /** A level that has the user, and must have it at each call: no figure of misses is worth quoting. */
    private static Way hit(String name, Level<Map<String, Object>> level) {
        Map<String, Object> user = Map.of(
                "userId",
                ID,
                "email",
                ID + "@example.com",
                "name",
                "User number 1",
                "status",
                "ACTIVE",
                "createdAt",
                "2026-01-01T00:00:00.001Z",
                "updatedAt",
                "2026-01-01T00:00:00.001Z");
        fill(level, Entry.of(1, user));
        return way(name, () -> level.get(ID).orElseThrow(() -> new IllegalStateException(name + " lost the user")));
    }

    /** Several times if need be: the first call of a store may take longer than a level waits. */
    private static void fill(Level<Map<String, Object>> level, Entry<Map<String, Object>> entry) {
        for (int left = FILLS; left > 0; left--) {
            try {
                level.putAll(Map.of(ID, entry), Duration.ZERO);
                return;
            } catch (RuntimeException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private static Way way(String name, Race.Work work) {
        return new Way(name, Race.timed(work), ThisProcess::cpu);
    }
}
