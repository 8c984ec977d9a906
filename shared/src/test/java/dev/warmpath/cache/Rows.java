package dev.warmpath.cache;

import dev.warmpath.deadline.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A source whose values are their own versions in decimal, and that can be made to fail. */
final class Rows implements Source<String> {
    private final Map<String, String> rows = new HashMap<>();
    private final Set<String> unread = new HashSet<>();
    private final List<Set<String>> loads = new ArrayList<>();
    private Runnable duringLoad = () -> {};

    @Override
    public Loaded<String> load(Collection<String> keys, Deadline deadline) {
        Loaded<String> loaded = read(keys);
        duringLoad.run();
        return loaded;
    }

    private synchronized Loaded<String> read(Collection<String> keys) {
        loads.add(Set.copyOf(keys));
        Map<String, String> found = new HashMap<>(rows);
        found.keySet().retainAll(keys);
        found.keySet().removeAll(unread);
        Set<String> left = new HashSet<>(keys);
        left.retainAll(unread);
        return new Loaded<>(found, left);
    }

    @Override
    public long version(String value) {
        return Long.parseLong(value);
    }

    synchronized void put(String key, long version) {
        rows.put(key, Long.toString(version));
    }

    synchronized void remove(String key) {
        rows.remove(key);
    }

    synchronized void unreadable(String... keys) {
        unread.clear();
        unread.addAll(Set.of(keys));
    }

    /** Run by each load after it has read. */
    void duringLoad(Runnable action) {
        duringLoad = action;
    }

    synchronized List<Set<String>> loads() {
        return List.copyOf(loads);
    }
}
