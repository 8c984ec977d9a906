package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Pause;
import dev.warmpath.cache.Entry;
import dev.warmpath.cache.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** A level that is as far away as a cache server in the same region, which no front door stands before. */
record FarLevel<V>(Level<V> level) implements Level<V> {
    /**
     * The most that "sub-millisecond" can mean.
     *
     * @see <a href="https://aws.amazon.com/elasticache/faqs/">Amazon ElastiCache FAQs</a>
     */
    private static final Duration AWAY = Duration.ofMillis(1);

    @Override
    public String name() {
        return level.name();
    }

    @Override
    public Map<String, Entry<V>> getAll(Collection<String> keys) {
        travel();
        return level.getAll(keys);
    }

    @Override
    public Collection<String> putAll(Map<String, Entry<V>> entries, Duration age) {
        travel();
        return level.putAll(entries, age);
    }

    @Override
    public void clear() {
        level.clear();
    }

    private static void travel() {
        Pause.until(System.nanoTime() + AWAY.toNanos());
    }
}
