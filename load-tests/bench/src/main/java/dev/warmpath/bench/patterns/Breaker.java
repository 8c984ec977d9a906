package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.rig.UsersTable;
import dev.warmpath.cache.Cache;
import dev.warmpath.cache.CacheListener;
import dev.warmpath.cache.Codec;
import dev.warmpath.cache.GuardedLevel;
import dev.warmpath.cache.Level;
import dev.warmpath.cache.SharedCache;
import dev.warmpath.cache.SharedCacheSettings;
import dev.warmpath.cache.TimesToLive;
import dev.warmpath.cache.ValkeySettings;
import dev.warmpath.resilience.CircuitBreaker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads through a shared cache that is gone from the network, with a breaker that never opens and with one that does. */
final class Breaker {
    static final Pattern PATTERN = new Pattern(
            "circuit-breaker",
            "What does an open breaker save over waiting for the timeouts of a cache that is gone?",
            Breaker::trials);

    private static final Duration OPEN = Duration.ofSeconds(5);
    private static final TimesToLive TIMES =
            new TimesToLive(Duration.ofMinutes(1), Duration.ZERO, Duration.ofMinutes(1));
    private static final int MEGABYTES = 512;
    private static final String ID = UsersTable.id(1);

    private Breaker() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        try (BlackHole gone = BlackHole.open()) {
            Race race = Race.of(
                    "read one user through a cache that is gone, then from the table (one JVM, normal tiering)",
                    workbench.pace(5, 12, 10),
                    List.of(
                            way("waits for timeouts", gone, workbench.users(), Integer.MAX_VALUE),
                            way("breaker opens at the first failure", gone, workbench.users(), 1)));
            return List.of(Trial.paid(Figure.LATENCY, workbench.bill(MEGABYTES), race));
        }
    }

    private static Way way(String name, BlackHole gone, UsersTable users, int failures) {
        ValkeySettings server = new ValkeySettings("127.0.0.1", gone.port(), false, Optional.empty());
        Level<String> level = new SharedCache(new SharedCacheSettings.Server(server), users::client)
                .level("users", new TextCodec(), TIMES)
                .orElseThrow();
        CircuitBreaker breaker = new CircuitBreaker(failures, OPEN, System::nanoTime);
        UserReads table = new UserReads(users);
        Cache<String> cache = new Cache<>(table, List.of(new GuardedLevel<>(level, breaker, CacheListener.NONE)));
        return Ways.inProcess(
                name,
                () -> cache.get(ID, UsersTable.deadline())
                        .orElseThrow(() -> new IllegalStateException("There is no user " + ID)),
                table::used);
    }

    private static final class TextCodec implements Codec<String> {
        @Override
        public String form() {
            return "bench-1";
        }

        @Override
        public byte[] write(String value) {
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String read(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
