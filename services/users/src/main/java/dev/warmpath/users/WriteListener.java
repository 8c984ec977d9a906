package dev.warmpath.users;

import java.util.Collection;
import java.util.List;

/** Hears of what was written to the table, so that caches need not wait until what they have expires. Must not fail. */
interface WriteListener {
    /** Hears of nothing. */
    WriteListener NONE = new WriteListener() {
        @Override
        public void written(Collection<User> users) {
            // Nobody wants to know.
        }

        @Override
        public void deleted(String userId, long version) {
            // Nobody wants to know.
        }
    };

    /** Warms what it does on a write, before a snapshot, in a way that no caller can notice. */
    default void prime() {
        // There is nothing to warm where nothing is done.
    }

    void written(Collection<User> users);

    default void written(User user) {
        written(List.of(user));
    }

    /** @param version after all that the user has had */
    void deleted(String userId, long version);
}
