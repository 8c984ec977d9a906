package dev.warmpath.users;

import dev.warmpath.cache.Loaded;
import dev.warmpath.cache.Source;
import dev.warmpath.deadline.Deadline;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads users that no level of the cache has one by one. The client's own timeouts bound each read. */
record UserSource(Users users) implements Source<User> {
    @Override
    public Loaded<User> load(Collection<String> userIds, Deadline deadline) {
        Map<String, User> found = new HashMap<>();
        for (String userId : userIds) {
            users.find(userId).ifPresent(user -> found.put(userId, user));
        }
        return new Loaded<>(found, Set.of());
    }

    @Override
    public long version(User user) {
        return user.version();
    }
}
