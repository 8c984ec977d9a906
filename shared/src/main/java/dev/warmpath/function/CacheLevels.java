package dev.warmpath.function;

import dev.warmpath.cache.Cache;
import dev.warmpath.cache.CaffeineLevel;
import dev.warmpath.cache.Codec;
import dev.warmpath.cache.GuardedLevel;
import dev.warmpath.cache.Level;
import dev.warmpath.cache.SharedCache;
import dev.warmpath.cache.SharedCacheSettings;
import dev.warmpath.cache.Source;
import dev.warmpath.cache.TimesToLive;
import dev.warmpath.clients.Clients;
import dev.warmpath.env.Env;
import dev.warmpath.resilience.CircuitBreaker;
import dev.warmpath.snapstart.SnapStart;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Makes the levels in which functions cache one kind of value, which {@link CacheMetrics} counts.
 *
 * @param name of the cache; no other one on the same shared store has it
 * @param codec how values are written outside of memory
 */
public record CacheLevels<V>(String name, Codec<V> codec) {
    private static final int MOST_IN_MEMORY = 10_000;

    /** No function of the API runs longer, so no load does. */
    private static final Duration LONGEST_LOAD = Duration.ofSeconds(60);

    /** Longer than a request goes on after its first call of the level, so that it waits for one timeout at most. */
    private static final Duration BREAKER_OPEN = Duration.ofSeconds(5);

    private static final int LONGEST_SHARED_TTL_SECONDS = 86_400;

    private static final CacheMetrics METRICS = new CacheMetrics();

    /** How long a level keeps values, and that there is none. */
    public static TimesToLive times(Duration values, Duration negatives) {
        return new TimesToLive(values, negatives, LONGEST_LOAD);
    }

    /**
     * What a function reads through.
     *
     * @param levels the fastest first; what is empty is left out
     */
    public Cache<V> over(Source<V> source, Stream<Optional<Level<V>>> levels) {
        return new Cache<>(source, levels.flatMap(Optional::stream).toList(), METRICS);
    }

    /**
     * This environment's memory, of {@value #MOST_IN_MEMORY} entries.
     *
     * @param values how long it keeps a value; zero for no level, since filling one costs each read
     * @param negatives how long it keeps that there is no value; not longer than a value
     * @param nanoTime a clock of nanoseconds from any origin, as {@link System#nanoTime()} is one
     */
    public Optional<Level<V>> memory(Duration values, Duration negatives, LongSupplier nanoTime) {
        return values.isZero()
                ? Optional.empty()
                : Optional.of(new CaffeineLevel<>(MOST_IN_MEMORY, times(values, negatives), nanoTime));
    }

    /**
     * The level that all environments share, if there is one; it never fails. It keeps no entries without a value, but
     * tombstones.
     */
    public Optional<Level<V>> shared(SharedCache caches, Duration values) {
        return caches.level(name, codec, times(values, Duration.ZERO))
                .map(level -> new GuardedLevel<>(level, breaker(), METRICS));
    }

    /**
     * The same as the function's variables state it: those of {@link SharedCacheSettings#from}, and
     * {@code SHARED_CACHE_TTL_SECONDS}. After a restore it connects anew.
     *
     * @throws IllegalStateException if a variable is missing or faulty
     */
    public Optional<Level<V>> shared() {
        SharedCache caches = new SharedCache(Env.read(SharedCacheSettings::from), Clients::dynamoDb);
        SnapStart.afterRestore(caches::disconnect);
        return shared(caches, Env.read(env -> env.seconds("SHARED_CACHE_TTL_SECONDS", 1, LONGEST_SHARED_TTL_SECONDS)));
    }

    private static CircuitBreaker breaker() {
        return new CircuitBreaker(1, BREAKER_OPEN, System::nanoTime);
    }
}
