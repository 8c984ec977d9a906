package dev.warmpath.cache;

import java.util.Optional;

/**
 * What a level keeps of one key: a value, or that there is none.
 *
 * @param version of the row it was made of; grows with each change, 0 for a row that was looked for and not found
 * @param value empty for a row that does not exist or, with a version above 0, was deleted by that version (a tombstone)
 */
public record Entry<V>(long version, Optional<V> value) {

    public static <V> Entry<V> of(long version, V value) {
        return new Entry<>(version, Optional.of(value));
    }

    /** Nothing was found; any version replaces this, and it replaces none. */
    public static <V> Entry<V> notFound() {
        return new Entry<>(0, Optional.empty());
    }

    public static <V> Entry<V> tombstone(long version) {
        return new Entry<>(version, Optional.empty());
    }

    public boolean isNewerThan(Entry<?> other) {
        return version > other.version;
    }
}
