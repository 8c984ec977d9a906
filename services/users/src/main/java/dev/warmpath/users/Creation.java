package dev.warmpath.users;

/** What became of the wish to create a user. */
enum Creation {
    CREATED,
    /** There is one with this id. */
    TAKEN,
    /** There is one with this id, and it is suspended. */
    TAKEN_BY_SUSPENDED
}
