package dev.warmpath.cache;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps values of a slower source in levels, the fastest first.
 *
 * <p>Safe from several threads. What a level throws reaches the caller, so a level that can fail belongs in a {@link
 * GuardedLevel}.
 */
public final class Cache<V> {
    private final Source<V> source;
    private final Levels<V> levels;
    private final Optional<Level<V>> first;
    private final CacheListener listener;
    private final SingleFlight<V> loads = new SingleFlight<>(this::load);

    /** A cache that tells nobody what it does. */
    public Cache(Source<V> source, List<Level<V>> levels) {
        this(source, levels, CacheListener.NONE);
    }

    /** With no level at all it only makes concurrent loads of one key into one. */
    public Cache(Source<V> source, List<Level<V>> levels, CacheListener listener) {
        this(source, levels, listener, System::nanoTime);
    }

    Cache(Source<V> source, List<Level<V>> levels, CacheListener listener, LongSupplier nanoTime) {
        this.source = source;
        this.levels = new Levels<>(levels, listener, nanoTime);
        this.first = levels.isEmpty() ? Optional.empty() : Optional.of(levels.getFirst());
        this.listener = listener;
    }

    /**
     * The value of a key. How old it may be is what the levels' times to live add up to, since an entry may move up at the end
     * of its time; where every change is also put into the levels that are shared, it is the first level's alone.
     *
     * @throws DeadlineException if it could not be read in time
     * @throws RuntimeException what the source throws; nothing is kept then
     */
    public Optional<V> get(String key, Deadline deadline) {
        if (first.isEmpty()) {
            return value(key, loads.load(Set.of(key), deadline));
        }
        // Most calls end here, so this takes no more than the first level does.
        Optional<Entry<V>> kept = first.get().get(key);
        listener.asked(first.get().name(), kept.isPresent() ? 1 : 0, kept.isPresent() ? 0 : 1);
        return kept.isPresent() ? kept.get().value() : value(key, find(Set.of(key), 1, deadline));
    }

    private static <V> Optional<V> value(String key, Map<String, Entry<V>> known) {
        Entry<V> entry = known.get(key);
        if (entry == null) {
            throw new DeadlineException("The value could not be read in the time that was left");
        }
        return entry.value();
    }

    /**
     * The values of many keys: asks level by level for those still missing, and the source for the rest in one call.
     *
     * @throws RuntimeException what the source throws; nothing is kept then
     */
    public Loaded<V> getAll(Collection<String> keys, Deadline deadline) {
        Map<String, Entry<V>> known = find(keys, 0, deadline);
        Map<String, V> found = new HashMap<>();
        known.forEach((key, entry) -> entry.value().ifPresent(value -> found.put(key, value)));
        return new Loaded<>(found, without(keys, known.keySet()));
    }

    private Map<String, Entry<V>> find(Collection<String> keys, int from, Deadline deadline) {
        Map<String, Entry<V>> known = levels.find(keys, from);
        Set<String> missing = without(keys, known.keySet());
        if (!missing.isEmpty()) {
            known.putAll(loads.load(missing, deadline));
        }
        return known;
    }

    private Map<String, Entry<V>> load(Collection<String> keys, Deadline deadline) {
        // Another call may have ended loading some since this one looked.
        Map<String, Entry<V>> known =
                first.isEmpty() ? new HashMap<>() : new HashMap<>(first.get().getAll(keys));
        Set<String> missing = without(keys, known.keySet());
        if (!missing.isEmpty()) {
            long begun = levels.nanoTime();
            Loaded<V> loaded = source.load(missing, deadline);
            known.putAll(levels.keep(entries(missing, loaded), begun));
        }
        return known;
    }

    private Map<String, Entry<V>> entries(Set<String> keys, Loaded<V> loaded) {
        Map<String, Entry<V>> entries = new HashMap<>();
        for (String key : without(keys, loaded.unread())) {
            V value = loaded.found().get(key);
            entries.put(key, value == null ? Entry.notFound() : entry(value));
        }
        return entries;
    }

    private Entry<V> entry(V value) {
        return Entry.of(source.version(value), value);
    }

    private static Set<String> without(Collection<String> keys, Set<String> others) {
        Set<String> rest = new HashSet<>(keys);
        rest.removeIf(others::contains);
        return rest;
    }

    /**
     * Reads a value past the cache and lets the cache know of it.
     *
     * @param read a consistent read of this key in the source; called again if it finds nothing and a level has a value, since
     *     only then that value is certain to be of a row that is gone
     */
    public Optional<V> getLatest(String key, Supplier<Optional<V>> read) {
        Optional<V> latest = read(key, read);
        if (latest.isPresent()) {
            return latest;
        }
        Entry<V> kept = levels.find(Set.of(key), 0).get(key);
        if (kept == null || kept.value().isEmpty()) {
            return latest;
        }
        Optional<V> stillLatest = read(key, read);
        if (stillLatest.isEmpty()) {
            invalidate(key, kept.version() + 1);
        }
        return stillLatest;
    }

    private Optional<V> read(String key, Supplier<Optional<V>> read) {
        long begun = levels.nanoTime();
        Optional<V> latest = read.get();
        latest.ifPresent(value -> levels.keep(Map.of(key, entry(value)), begun));
        return latest;
    }

    /** Keeps a value that was just written to the source, or read from it past the cache, unless a newer one is kept. */
    public void put(String key, V value) {
        putAll(Map.of(key, value));
    }

    /** As {@link #put}, with one write to each level. */
    public void putAll(Map<String, V> values) {
        Map<String, Entry<V>> entries = new HashMap<>();
        values.forEach((key, value) -> entries.put(key, entry(value)));
        levels.keep(entries, levels.nanoTime());
    }

    /** Lets no value older than the deletion be answered again by any level that still has this tombstone. */
    public void invalidate(String key, long version) {
        levels.keep(Map.of(key, Entry.tombstone(version)), levels.nanoTime());
    }

    /** Forgets what this environment keeps in memory; to be called after a SnapStart restore. */
    public void clear() {
        levels.clear();
    }
}
