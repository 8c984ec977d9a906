package dev.warmpath.users;

import java.util.Optional;

/** Reads users. */
interface Users {
    /** The user as of a moment ago, empty only if there was none at the time of the call. */
    Optional<User> find(String userId);

    /** The user as the table has it now. */
    Optional<User> findLatest(String userId);
}
