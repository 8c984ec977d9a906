package dev.warmpath.bench.comparison.drive;

import dev.warmpath.local.events.Delivery;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When a side's functions were last invoked, other than by a clock. */
final class Activity {
    private static final Set<String> SOURCES = Set.of("SQS", "STREAM");

    private final Set<String> invoked = ConcurrentHashMap.newKeySet();
    private volatile long last = System.nanoTime();
    private volatile Throwable failure;

    void invoked(String function) {
        invoked.add(function);
        last = System.nanoTime();
    }

    void delivered(Delivery delivery) {
        delivery.errorType().ifPresent(type -> failed(new IllegalStateException(delivery.detail() + ": " + type)));
        if (SOURCES.contains(delivery.source())) {
            last = System.nanoTime();
        }
    }

    void failed(Throwable error) {
        failure = error;
    }

    /** Since when, by {@link System#nanoTime}, nothing has been invoked. */
    long last() {
        return last;
    }

    Set<String> invoked() {
        return Set.copyOf(invoked);
    }

    /** @throws IllegalStateException if anything failed, no matter what callers saw of it: no figure is worth quoting then */
    void check() {
        if (failure != null) {
            throw new IllegalStateException("The local run met an error: " + failure.getMessage(), failure);
        }
    }
}
