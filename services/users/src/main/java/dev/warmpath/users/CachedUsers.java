package dev.warmpath.users;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps users in this environment's memory. No other environment can evict them, so the time to live is how stale an answer
 * may be.
 *
 * <p>Missing users are not kept: they are rare, since callers may ask for their own profile only, and keeping them would hide
 * a profile that its owner has just created.
 */
final class CachedUsers implements Users {
    private static final int MOST_USERS = 10_000;

    private final Users users;
    private final Cache<String, User> cache;

    CachedUsers(Users users, Duration timeToLive, Ticker ticker) {
        this.users = users;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST_USERS)
                .expireAfterWrite(timeToLive)
                .ticker(ticker)
                // Between invocations the environment is frozen, so upkeep must not wait for another thread.
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<User> find(String userId) {
        User cached = cache.getIfPresent(userId);
        return cached == null ? remembered(users.find(userId)) : Optional.of(cached);
    }

    @Override
    public Optional<User> findLatest(String userId) {
        cache.invalidate(userId);
        return remembered(users.findLatest(userId));
    }

    void clear() {
        cache.invalidateAll();
    }

    private Optional<User> remembered(Optional<User> user) {
        user.ifPresent(found -> cache.put(found.userId(), found));
        return user;
    }
}
