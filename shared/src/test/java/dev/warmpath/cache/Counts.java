package dev.warmpath.cache;

import java.util.Map;
import java.util.TreeMap;

/** What a listener was told, summed up. */
final class Counts implements CacheListener {
    private final Map<String, Integer> sums = new TreeMap<>();

    @Override
    public synchronized void asked(String level, int hits, int misses) {
        add(level + " hits", hits);
        add(level + " misses", misses);
    }

    @Override
    public synchronized void staleAvoided(String level, int keys) {
        add(level + " stale avoided", keys);
    }

    @Override
    public synchronized void failed(String level, RuntimeException failure) {
        add(level + " failed", 1);
    }

    @Override
    public synchronized void skipped(String level) {
        add(level + " skipped", 1);
    }

    private void add(String name, int number) {
        if (number > 0) {
            sums.merge(name, number, Integer::sum);
        }
    }

    synchronized Map<String, Integer> sums() {
        return Map.copyOf(sums);
    }
}
