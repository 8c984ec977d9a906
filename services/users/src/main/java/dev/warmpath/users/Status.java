package dev.warmpath.users;

/** Whether a user may act; a suspended one can read the own profile, and nothing else. */
enum Status {
    ACTIVE,
    SUSPENDED
}
