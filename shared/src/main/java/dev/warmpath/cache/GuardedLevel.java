package dev.warmpath.cache;

import dev.warmpath.resilience.CircuitBreaker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A level that may fail or be slow, so that nobody notices but by the time taken: where it fails it has nothing and keeps
 * nothing, and while its breaker is open it is not called.
 *
 * <p>The level bounds each call by a timeout of its own. A breaker that opens at the first failure, for longer than a request
 * takes, makes a request wait for at most one such timeout, whatever it asks and writes afterwards.
 *
 * <p>A write that was dropped leaves what the level had before, which it may answer until the end of its time to live.
 */
public final class GuardedLevel<V> implements Level<V> {
    private final Level<V> level;
    private final CircuitBreaker breaker;
    private final CacheListener listener;

    /** A level behind a breaker. */
    public GuardedLevel(Level<V> level, CircuitBreaker breaker, CacheListener listener) {
        this.level = level;
        this.breaker = breaker;
        this.listener = listener;
    }

    @Override
    public String name() {
        return level.name();
    }

    @Override
    public Optional<Entry<V>> get(String key) {
        return guarded(() -> level.get(key), Optional.empty());
    }

    @Override
    public Map<String, Entry<V>> getAll(Collection<String> keys) {
        return guarded(() -> level.getAll(keys), Map.of());
    }

    @Override
    public Map<String, Entry<V>> newest(Collection<String> keys) {
        return guarded(() -> level.newest(keys), Map.of());
    }

    @Override
    public Collection<String> putAll(Map<String, Entry<V>> entries, Duration age) {
        return guarded(() -> level.putAll(entries, age), List.of());
    }

    private <T> T guarded(Supplier<T> call, T otherwise) {
        try {
            Optional<T> answer = breaker.call(call);
            if (answer.isEmpty()) {
                listener.skipped(name());
            }
            return answer.orElse(otherwise);
        } catch (RuntimeException e) {
            listener.failed(name(), e);
            return otherwise;
        }
    }

    /** After a restore nothing is known of the level, so it is tried again at once. */
    @Override
    public void clear() {
        level.clear();
        breaker.reset();
    }
}
