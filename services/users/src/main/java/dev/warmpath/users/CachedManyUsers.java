package dev.warmpath.users;

import dev.warmpath.cache.Cache;
import dev.warmpath.cache.Loaded;
import dev.warmpath.deadline.Deadline;
import java.util.Collection;

/** Reads many users by way of a cache, and of the table only those that no level has. */
record CachedManyUsers(ManyUsers users, Cache<User> cache) implements ManyUsers {
    /** The users as of at most the time to live ago. */
    @Override
    public Loaded<User> findAll(Collection<String> userIds, Deadline deadline) {
        return cache.getAll(userIds, deadline);
    }

    @Override
    public Loaded<User> findAllLatest(Collection<String> userIds, Deadline deadline) {
        Loaded<User> latest = users.findAllLatest(userIds, deadline);
        cache.putAll(latest.found());
        return latest;
    }
}
