package dev.warmpath.users;

import java.util.Collection;

/** Hears of users that an import wrote to the table, so that caches need not wait until what they have expires. */
@FunctionalInterface
interface ImportListener {
    /** Must not fail: the users are in the table. */
    void imported(Collection<User> users);
}
