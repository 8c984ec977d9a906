package dev.warmpath.users;

import dev.warmpath.cache.Loaded;
import dev.warmpath.cache.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Where the users come from that no level of the cache has. */
@FunctionalInterface
interface UserSource extends Source<User> {
    @Override
    default long version(User user) {
        return user.version();
    }

    /** Reads users one by one. The client's own timeouts bound each read. */
    static UserSource of(Users users) {
        return (userIds, deadline) -> oneByOne(users, userIds);
    }

    static UserSource of(ManyUsers users) {
        return users::findAll;
    }

    private static Loaded<User> oneByOne(Users users, Collection<String> userIds) {
        Map<String, User> found = new HashMap<>();
        for (String userId : userIds) {
            users.find(userId).ifPresent(user -> found.put(userId, user));
        }
        return new Loaded<>(found, Set.of());
    }
}
