package dev.warmpath.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

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
