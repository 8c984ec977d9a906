package dev.warmpath.users;

import dev.warmpath.cache.Cache;
import dev.warmpath.deadline.Deadline;
import java.util.Optional;

/** Reads users by way of a cache. */
record CachedUsers(Users users, Cache<User> cache) {
    /** The user as of at most the time to live ago, empty only if there was none at the time of the call. */
    Optional<User> find(String userId, Deadline deadline) {
        return cache.get(userId, deadline);
    }

    /** The user as the table has it now. */
    Optional<User> findLatest(String userId) {
        return cache.getLatest(userId, () -> users.findLatest(userId));
    }
}
