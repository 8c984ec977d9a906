package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.rig.JsonCodec;
import dev.warmpath.cache.Cache;
import dev.warmpath.cache.CacheListener;
import dev.warmpath.cache.Level;
import dev.warmpath.cache.SharedCache;
import dev.warmpath.cache.SharedCacheSettings;
import dev.warmpath.cache.ValkeySettings;
import dev.warmpath.local.valkey.ValkeyServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Users that are all in a Valkey server, read through it or from the table. The server's own price is not in the cost. */
final class SharedCacheLevel {
    static final Pattern PATTERN = new Pattern(
            "l2-cache",
            "What does a hit in a shared Valkey save over a read of the table (without the price of the server)?",
            SharedCacheLevel::trials);

    /** The tight timeouts of functions would end the run at a mood of the machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private SharedCacheLevel() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        StoreBed bed = workbench.stores();
        Pace modelled = workbench.pace(10, 15, 20);
        Pace asTheyAre = workbench.pace(2_000, 20, 200);
        try (ValkeyServer valkey = ValkeyServer.start(workbench.folder("valkey"))) {
            SharedCache server = server(valkey);
            try {
                int users = bed.data().users();
                return bed.trials(Figure.LATENCY, modelled, asTheyAre, stores -> pair(stores, server, users));
            } finally {
                server.disconnect();
            }
        }
    }

    static SharedCache server(ValkeyServer valkey) {
        ValkeySettings settings =
                new ValkeySettings(valkey.host(), valkey.port(), false, Optional.empty(), PATIENCE, PATIENCE);
        return new SharedCache(new SharedCacheSettings.Server(settings), () -> {
            throw new IllegalStateException("No table is shared here");
        });
    }

    static Pair pair(Stores stores, SharedCache server, int users) {
        CachedRows rows = CachedRows.USERS;
        Level<Map<String, Object>> valkey =
                server.level("users", new JsonCodec(), CachedRows.TIMES).orElseThrow();
        rows.through(stores, valkey, CacheListener.NONE)
                .getAll(IntStream.range(0, users).mapToObj(StoreRows::userId).toList(), StoreData.deadline());
        Level<Map<String, Object>> level = stores.delayed() ? new FarLevel<>(valkey) : valkey;
        Cache<Map<String, Object>> cache = rows.through(stores, level, new Counting(stores.meter()));
        Skew ofTable = new Skew(users);
        Skew ofCache = new Skew(users);
        return Pair.of(
                "GetItem",
                () -> rows.fromTable(stores, StoreRows.userId(ofTable.next())),
                "Valkey",
                () -> cache.get(StoreRows.userId(ofCache.next()), StoreData.deadline())
                        .orElseThrow());
    }

    /** Each question to the level is one call of the server. */
    private record Counting(CallMeter meter) implements CacheListener {
        @Override
        public void asked(String level, int hits, int misses) {
            meter.countCall();
        }
    }
}
