package dev.warmpath.users;

import dev.warmpath.cache.Cache;
import dev.warmpath.cache.CaffeineLevel;
import dev.warmpath.cache.GuardedLevel;
import dev.warmpath.cache.Level;
import dev.warmpath.cache.SharedCache;
import dev.warmpath.cache.Source;
import dev.warmpath.cache.TimesToLive;
import dev.warmpath.function.CacheMetrics;
import dev.warmpath.resilience.CircuitBreaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Makes the levels in which users are cached: this environment's memory, and what all environments share.
 *
 * <p>No level keeps that there is no such user: callers may ask for their own profile only, and would not find one that they
 * have just created.
 *
 * @param inMemory how long memory keeps a user; zero for no level in memory, since filling one costs each read
 * @param nanoTime a clock of nanoseconds from any origin, as {@link System#nanoTime()} is one
 */
record UserCaches(Duration inMemory, LongSupplier nanoTime) {
    private static final int MOST_USERS = 10_000;

    /** No function of this service runs longer, so no load does. */
    private static final Duration LONGEST_LOAD = Duration.ofSeconds(60);

    /** Longer than a request goes on after its first call of the level, so that it waits for one timeout at most. */
    static final Duration BREAKER_OPEN = Duration.ofSeconds(5);

    private static final CacheMetrics METRICS = new CacheMetrics();

    /** What a function reads through. */
    Cache<User> over(Source<User> source, Optional<Level<User>> shared) {
        List<Level<User>> levels = new ArrayList<>();
        memory().ifPresent(levels::add);
        shared.ifPresent(levels::add);
        return new Cache<>(source, levels, METRICS);
    }

    private Optional<Level<User>> memory() {
        return inMemory.isZero()
                ? Optional.empty()
                : Optional.of(new CaffeineLevel<>(MOST_USERS, times(inMemory), nanoTime));
    }

    /** The level that all environments share, if there is one; it never fails. */
    static Optional<Level<User>> shared(SharedCache caches, Duration timeToLive) {
        return caches.level("users", new UserCodec(), times(timeToLive))
                .map(level -> new GuardedLevel<>(level, breaker(), METRICS));
    }

    private static CircuitBreaker breaker() {
        return new CircuitBreaker(1, BREAKER_OPEN, System::nanoTime);
    }

    private static TimesToLive times(Duration values) {
        return new TimesToLive(values, Duration.ZERO, LONGEST_LOAD);
    }
}
