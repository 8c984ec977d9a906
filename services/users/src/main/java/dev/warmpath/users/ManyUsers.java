package dev.warmpath.users;

import dev.warmpath.cache.Loaded;
import dev.warmpath.deadline.Deadline;
import java.util.Collection;

/** Reads many users at a time. */
interface ManyUsers {
    /** The users as of a moment ago; only one that did not exist at the time of the call is in neither part of the answer. */
    Loaded<User> findAll(Collection<String> userIds, Deadline deadline);

    /** The users as the table has them now. */
    Loaded<User> findAllLatest(Collection<String> userIds, Deadline deadline);
}
