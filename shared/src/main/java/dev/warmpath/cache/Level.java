package dev.warmpath.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One place that keeps entries. It may lose an entry at any time, and never gives one that has expired. */
public interface Level<V> {
    /** Its name in metrics, such as {@code L1}. */
    String name();

    /**
     * The entries that it has of these keys; none for the others.
     *
     * @throws RuntimeException if it cannot be asked
     */
    Map<String, Entry<V>> getAll(Collection<String> keys);

    /** As {@link #getAll}, for one key; to be overridden where that costs less. */
    default Optional<Entry<V>> get(String key) {
        return Optional.ofNullable(getAll(List.of(key)).get(key));
    }

    /**
     * As {@link #getAll}, and the tombstones too that no longer answer, but still refuse what is older; to be overridden by a
     * level that has such.
     */
    default Map<String, Entry<V>> newest(Collection<String> keys) {
        return getAll(keys);
    }

    /**
     * Keeps each of these entries, unless what it has of the same key is as new or newer.
     *
     * @param age how long ago the entries were read from their source; counts against their time to live
     * @return keys of which it kept what it had, since that was as new or newer
     * @throws RuntimeException if it cannot be written
     */
    Collection<String> putAll(Map<String, Entry<V>> entries, Duration age);

    /** Forgets everything that this environment keeps in memory; levels that others share forget nothing. */
    void clear();
}
