package dev.warmpath.local.frontdoor;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The latency that each service is given; a service without one answers as fast as its engine. */
public final class Latencies {
    private final Consumer<Duration> pause;
    private volatile Map<String, Latency> latencies = Map.of();

    /** @param pause returns after the given time */
    Latencies(Consumer<Duration> pause) {
        this.pause = pause;
    }

    /** Puts these, by the name of their service, in the place of all others. */
    public void set(Map<String, Latency> replacement) {
        latencies = Map.copyOf(replacement);
    }

    public void clear() {
        set(Map.of());
    }

    /** By the name of their service. */
    public Map<String, Latency> all() {
        return new TreeMap<>(latencies);
    }

    void await(String service) {
        Latency latency = latencies.get(service);
        if (latency != null) {
            pause.accept(latency.next(ThreadLocalRandom.current()));
        }
    }

    /** To some 50 µs, which is how exactly the system wakes a thread. */
    static void park(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
