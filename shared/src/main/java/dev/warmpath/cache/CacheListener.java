package dev.warmpath.cache;

/** Is told what a cache does, to count or log it; called by the threads of the callers, and must not throw. */
public interface CacheListener {
    /** Counts nothing. */
    CacheListener NONE = new CacheListener() {};

    /**
     * A level was asked.
     *
     * @param hits how many keys it had
     * @param misses how many it had not
     */
    default void asked(String level, int hits, int misses) {}

    /** A level had something newer of so many keys than what was to be kept in it, and that was answered. */
    default void staleAvoided(String level, int keys) {}

    /** A level failed, and it was gone on as if it had nothing and kept nothing. */
    default void failed(String level, RuntimeException failure) {}

    /** A level was not asked or written, since it failed before. */
    default void skipped(String level) {}
}
