package dev.warmpath.cache;

import dev.warmpath.deadline.Deadline;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps values of a slower source in levels, the fastest first. */
public final class Cache<V> {

    public Cache(Source<V> source, List<Level<V>> levels) {
        throw new UnsupportedOperationException();
    }

    /**
     * The value of a key, as of at most the time to live of the levels ago.
     *
     * @throws dev.warmpath.deadline.DeadlineException if it could not be read in time
     */
    public Optional<V> get(String key, Deadline deadline) {
        throw new UnsupportedOperationException();
    }

    /** The values of many keys: asks level by level for those still missing, and the source for the rest in one call. */
    public Loaded<V> getAll(Collection<String> keys, Deadline deadline) {
        throw new UnsupportedOperationException();
    }

    /** Keeps a value that was just written to the source, or read from it past the cache, unless a newer one is kept. */
    public void put(String key, V value) {
        throw new UnsupportedOperationException();
    }

    /** Lets no value older than the deletion be answered again by any level that still has this tombstone. */
    public void invalidate(String key, long version) {
        throw new UnsupportedOperationException();
    }
}
