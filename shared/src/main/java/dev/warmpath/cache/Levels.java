package dev.warmpath.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** All levels as one, the fastest first. */
final class Levels<V> {
    private final List<Level<V>> levels;
    private final CacheListener listener;
    private final LongSupplier nanoTime;

    Levels(List<Level<V>> levels, CacheListener listener, LongSupplier nanoTime) {
        this.levels = List.copyOf(levels);
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    void clear() {
        levels.forEach(Level::clear);
    }

    /** What the levels have of some keys: asks one after the other for what is still missing. */
    Map<String, Entry<V>> find(Collection<String> keys, int from) {
        Map<String, Entry<V>> found = new HashMap<>();
        Set<String> missing = new HashSet<>(keys);
        for (int depth = from; depth < levels.size() && !missing.isEmpty(); depth++) {
            found.putAll(ask(depth, missing));
            missing.removeAll(found.keySet());
        }
        return found;
    }

    private Map<String, Entry<V>> ask(int depth, Set<String> keys) {
        long begun = nanoTime();
        Level<V> level = levels.get(depth);
        Map<String, Entry<V>> hits = level.getAll(keys);
        listener.asked(level.name(), hits.size(), keys.size() - hits.size());
        return keep(hits, depth, begun);
    }

    /**
     * Keeps entries in all levels.
     *
     * @param begun when the reading of them began
     * @return for each key the newest of the entry and what the levels had already
     */
    Map<String, Entry<V>> keep(Map<String, Entry<V>> entries, long begun) {
        return keep(entries, levels.size(), begun);
    }

    /** In the levels above a depth, the lowest first, so that what it has newer gets into those above. */
    private Map<String, Entry<V>> keep(Map<String, Entry<V>> entries, int below, long begun) {
        if (entries.isEmpty()) {
            return entries;
        }
        Map<String, Entry<V>> newest = new HashMap<>(entries);
        for (int depth = below - 1; depth >= 0; depth--) {
            newest.putAll(keepIn(levels.get(depth), newest, begun));
        }
        return newest;
    }

    /** Answers what the level had newer. */
    private Map<String, Entry<V>> keepIn(Level<V> level, Map<String, Entry<V>> entries, long begun) {
        Collection<String> refused = level.putAll(entries, Duration.ofNanos(nanoTime() - begun));
        if (refused.isEmpty()) {
            return Map.of();
        }
        Map<String, Entry<V>> newer = new HashMap<>(level.newest(refused));
        newer.entrySet().removeIf(had -> !answersNewer(had.getValue(), entries.get(had.getKey())));
        if (!newer.isEmpty()) {
            listener.staleAvoided(level.name(), newer.size());
        }
        return newer;
    }

    /** That a deleted row is not found is no news. */
    private static boolean answersNewer(Entry<?> had, Entry<?> other) {
        return had.isNewerThan(other)
                && (had.value().isPresent() || other.value().isPresent());
    }
}
