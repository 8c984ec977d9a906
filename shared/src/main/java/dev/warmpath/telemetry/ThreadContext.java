package dev.warmpath.telemetry;

import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.helpers.ThreadLocalMapOfStacks;
import org.slf4j.spi.MDCAdapter;

/**
 * The context of each thread's log lines.
 *
 * <p>Threads do not inherit it, unlike with slf4j's own adapter: a pooled thread would name the request that it was
 * started for in the lines of all later ones.
 */
final class ThreadContext implements MDCAdapter {
    private final ThreadLocal<Map<String, String>> entries = new ThreadLocal<>();
    private final ThreadLocalMapOfStacks stacks = new ThreadLocalMapOfStacks();

    @Override
    public void put(String key, String value) {
        if (key == null) {
            throw new IllegalArgumentException("A key of the log context is null, but must be a name");
        }
        entries().put(key, value);
    }

    private Map<String, String> entries() {
        Map<String, String> own = entries.get();
        if (own == null) {
            own = new HashMap<>();
            entries.set(own);
        }
        return own;
    }

    @Override
    public String get(String key) {
        return entries().get(key);
    }

    @Override
    public void remove(String key) {
        entries().remove(key);
    }

    @Override
    public void clear() {
        entries.remove();
    }

    @Override
    public Map<String, String> getCopyOfContextMap() {
        return new HashMap<>(entries());
    }

    @Override
    public void setContextMap(Map<String, String> context) {
        entries.set(new HashMap<>(context));
    }

    @Override
    public void pushByKey(String key, String value) {
        stacks.pushByKey(key, value);
    }

    @Override
    public String popByKey(String key) {
        return stacks.popByKey(key);
    }

    @Override
    public Deque<String> getCopyOfDequeByKey(String key) {
        return stacks.getCopyOfDequeByKey(key);
    }

    @Override
    public void clearDequeByKey(String key) {
        stacks.clearDequeByKey(key);
    }
}
