package dev.warmpath.users;

import dev.warmpath.cache.Cache;
import dev.warmpath.cache.CacheListener;
import dev.warmpath.cache.CaffeineLevel;
import dev.warmpath.cache.Level;
import dev.warmpath.cache.TimesToLive;
import dev.warmpath.deadline.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Reads users by way of a cache. */
final class CachedUsers {
    private static final int MOST_USERS = 10_000;

    /** No function of this service runs longer, so no load does. */
    private static final Duration LONGEST_LOAD = Duration.ofSeconds(60);

    private final Users users;
    private final Cache<User> cache;

    CachedUsers(Users users, List<Level<User>> levels, CacheListener listener) {
        this.users = users;
        this.cache = new Cache<>(new UserSource(users), levels, listener);
    }

    /**
     * Keeps users in this environment's memory, and not that there is none: callers may ask for their own profile only, and
     * would not find one that they have just created. Keeps nothing where the time to live is 0, since filling it costs each
     * read.
     */
    static List<Level<User>> inMemory(Duration timeToLive, LongSupplier nanoTime) {
        if (timeToLive.isZero()) {
            return List.of();
        }
        TimesToLive times = new TimesToLive(timeToLive, Duration.ZERO, LONGEST_LOAD);
        return List.of(new CaffeineLevel<>(MOST_USERS, times, nanoTime));
    }

    /** The user as of at most the time to live ago, empty only if there was none at the time of the call. */
    Optional<User> find(String userId, Deadline deadline) {
        return cache.get(userId, deadline);
    }

    /** The user as the table has it now. */
    Optional<User> findLatest(String userId) {
        return cache.getLatest(userId, () -> users.findLatest(userId));
    }

    void clear() {
        cache.clear();
    }
}
