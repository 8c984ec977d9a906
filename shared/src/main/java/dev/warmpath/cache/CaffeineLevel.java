package dev.warmpath.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The first level, in this environment's memory.
 *
 * <p>No other environment can evict from it, so its times to live are how stale it may be. They are shortened by up to 10 % at
 * random, so that what was loaded together does not expire together. An entry that is pushed out by others for want of room is
 * gone early, a tombstone too.
 */
public final class CaffeineLevel<V> implements Level<V> {
    private static final double JITTER = 0.1;

    private final TimesToLive timesToLive;
    private final LongSupplier nanoTime;
    private final RandomGenerator random;
    private final com.github.benmanes.caffeine.cache.Cache<String, Kept<V>> cache;
    private final ConcurrentMap<String, Kept<V>> entries;

    /**
     * An empty level. Its jitter comes from the clock at each draw, so that nothing that a snapshot holds repeats in the
     * environments restored from it; a {@link java.security.SecureRandom} would do so too, and take some 20 ms of a start.
     *
     * @param mostEntries about how many it keeps; those used least make room
     * @param nanoTime a clock of nanoseconds from any origin, as {@link System#nanoTime()} is one
     */
    public CaffeineLevel(long mostEntries, TimesToLive timesToLive, LongSupplier nanoTime) {
        this(mostEntries, timesToLive, () -> new SplittableRandom(nanoTime.getAsLong()).nextLong(), nanoTime);
    }

    /**
     * An empty level.
     *
     * @param mostEntries about how many it keeps; those used least make room
     * @param random where its jitter comes from; must differ between environments restored from one snapshot
     * @param nanoTime a clock of nanoseconds from any origin, as {@link System#nanoTime()} is one
     */
    public CaffeineLevel(long mostEntries, TimesToLive timesToLive, RandomGenerator random, LongSupplier nanoTime) {
        this.timesToLive = timesToLive;
        this.nanoTime = nanoTime;
        this.random = random;
        this.cache = Caffeine.newBuilder()
                // The only bound that it needs: each entry knows until when it answers, and a second clock costs each
                // hit.
                .maximumSize(mostEntries)
                // Between invocations the environment is frozen, so upkeep must not wait for another thread.
                .executor(Runnable::run)
                .build();
        this.entries = cache.asMap();
    }

    @Override
    public String name() {
        return "L1";
    }

    @Override
    public Optional<Entry<V>> get(String key) {
        Kept<V> kept = cache.getIfPresent(key);
        return kept != null && kept.answersAt(nanoTime.getAsLong()) ? Optional.of(kept.entry()) : Optional.empty();
    }

    @Override
    public Map<String, Entry<V>> getAll(Collection<String> keys) {
        Map<String, Entry<V>> answers = new HashMap<>();
        for (String key : keys) {
            get(key).ifPresent(entry -> answers.put(key, entry));
        }
        return answers;
    }

    @Override
    public Map<String, Entry<V>> newest(Collection<String> keys) {
        long now = nanoTime.getAsLong();
        Map<String, Entry<V>> newest = new HashMap<>();
        for (String key : keys) {
            Kept<V> kept = cache.getIfPresent(key);
            if (kept != null && kept.refusesAt(now)) {
                newest.put(key, kept.entry());
            }
        }
        return newest;
    }

    @Override
    public Collection<String> putAll(Map<String, Entry<V>> entries, Duration age) {
        long read = nanoTime.getAsLong() - age.toNanos();
        List<String> refused = new ArrayList<>(0);
        entries.forEach((key, entry) -> {
            if (!put(key, kept(entry, read))) {
                refused.add(key);
            }
        });
        return refused;
    }

    private Kept<V> kept(Entry<V> entry, long read) {
        long answers = jittered(entry.value().isPresent() ? timesToLive.values() : timesToLive.negatives());
        boolean tombstone = entry.value().isEmpty() && entry.version() > 0;
        long refuses = tombstone ? timesToLive.tombstones().toNanos() : answers;
        return new Kept<>(entry, read + answers, read + refuses);
    }

    private long jittered(Duration timeToLive) {
        return (long) (timeToLive.toNanos() * (1 - JITTER * random.nextDouble()));
    }

    /** In one step for each key, so that no older entry slips in between looking and keeping. */
    private boolean put(String key, Kept<V> wanted) {
        long now = nanoTime.getAsLong();
        boolean[] refused = new boolean[1];
        entries.compute(key, (same, had) -> {
            refused[0] = had != null && had.refusesAt(now) && !wanted.entry().isNewerThan(had.entry());
            if (refused[0]) {
                return had;
            }
            return wanted.refusesAt(now) ? wanted : null;
        });
        return !refused[0];
    }

    @Override
    public void clear() {
        cache.invalidateAll();
    }
}
