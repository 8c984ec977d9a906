package dev.warmpath.users;

import dev.warmpath.cache.Entry;
import dev.warmpath.cache.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts what was written into the level that all environments share, so that none answers what was there before for longer
 * than its own memory does.
 *
 * @param shared does not fail: see {@link dev.warmpath.cache.GuardedLevel}
 */
record WriteThrough(Level<User> shared) implements WriteListener {
    /** No user can have this id: see {@link UserRules#userId}. */
    private static final String NO_USER = "/priming";

    /** Unprimed, the first write would take longer than the level may, and be dropped. */
    @Override
    public void prime() {
        deleted(NO_USER, 1);
    }

    @Override
    public void written(Collection<User> users) {
        Map<String, Entry<User>> entries = new HashMap<>();
        users.forEach(user -> entries.put(user.userId(), Entry.of(user.version(), user)));
        shared.putAll(entries, Duration.ZERO);
    }

    @Override
    public void deleted(String userId, long version) {
        shared.putAll(Map.of(userId, Entry.tombstone(version)), Duration.ZERO);
    }
}
