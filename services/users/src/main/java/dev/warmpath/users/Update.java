package dev.warmpath.users;

import java.util.Set;

/**
 * The wish to change a user.
 *
 * @param seen the versions that it may be made to
 */
record Update(Access access, UserPatch patch, Set<Long> seen) {

    /** What became of it. */
    sealed interface Outcome {}

    /** It was made, and the user is now this one. */
    record Made(User user) implements Outcome {}

    /** There is no such user. */
    record Missing() implements Outcome {}

    /** The owner made it and is suspended. */
    record Suspended() implements Outcome {}

    /** The user has another version than those seen. */
    record Stale(User current) implements Outcome {}
}
