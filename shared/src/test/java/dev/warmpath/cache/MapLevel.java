package dev.warmpath.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** A level that stands for one shared by several environments, and can be made to fail and to lose entries. */
final class MapLevel implements Level<String> {
    private final Duration timeToLive;
    private final LongSupplier nanoTime;
    private final Map<String, Kept<String>> entries = new HashMap<>();
    private boolean down;
    private int calls;

    MapLevel(Duration timeToLive, LongSupplier nanoTime) {
        this.timeToLive = timeToLive;
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return "L2";
    }

    @Override
    public synchronized Map<String, Entry<String>> getAll(Collection<String> keys) {
        called();
        Map<String, Entry<String>> answers = new HashMap<>();
        for (String key : keys) {
            Kept<String> kept = entries.get(key);
            if (kept != null && kept.answersAt(nanoTime.getAsLong())) {
                answers.put(key, kept.entry());
            }
        }
        return answers;
    }

    @Override
    public synchronized Collection<String> putAll(Map<String, Entry<String>> wanted, Duration age) {
        called();
        List<String> refused = new ArrayList<>();
        wanted.forEach((key, entry) -> {
            Kept<String> had = entries.get(key);
            if (had != null && had.answersAt(nanoTime.getAsLong()) && !entry.isNewerThan(had.entry())) {
                refused.add(key);
            } else {
                long end = nanoTime.getAsLong() - age.toNanos() + timeToLive.toNanos();
                entries.put(key, new Kept<>(entry, end, end));
            }
        });
        return refused;
    }

    private void called() {
        calls++;
        if (down) {
            throw new IllegalStateException("The level is down");
        }
    }

    @Override
    public void clear() {
        // Others share it.
    }

    synchronized void lose(String key) {
        entries.remove(key);
    }

    synchronized void down(boolean isDown) {
        down = isDown;
    }

    synchronized int calls() {
        return calls;
    }
}
