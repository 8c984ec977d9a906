package dev.warmpath.cache;

import dev.warmpath.deadline.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes concurrent loads of one key into one: the first caller loads it, and those that come meanwhile wait for that. */
final class SingleFlight<V> {
    private final Load<V> load;
    private final ConcurrentMap<String, Flight<V>> flights = new ConcurrentHashMap<>();

    /** Loads keys; those that could not be read in time are missing in the answer. */
    interface Load<V> {
        Map<String, Entry<V>> of(Collection<String> keys, Deadline deadline);
    }

    /** One load under way. */
    private static final class Flight<V> extends CompletableFuture<Map<String, Entry<V>>> {}

    SingleFlight(Load<V> load) {
        this.load = load;
    }

    /** As {@link Load#of}. Loads its own keys before it waits for others, so that no two calls wait for each other. */
    Map<String, Entry<V>> load(Collection<String> keys, Deadline deadline) {
        Flight<V> own = new Flight<>();
        List<String> led = new ArrayList<>();
        Map<String, Flight<V>> followed = new HashMap<>();
        for (String key : keys) {
            Flight<V> other = flights.putIfAbsent(key, own);
            if (other == null) {
                led.add(key);
            } else {
                followed.put(key, other);
            }
        }
        Map<String, Entry<V>> loaded = new HashMap<>();
        if (!led.isEmpty()) {
            loaded.putAll(lead(led, own, deadline));
        }
        if (!followed.isEmpty()) {
            loaded.putAll(follow(followed, deadline));
        }
        return loaded;
    }

    private Map<String, Entry<V>> lead(List<String> keys, Flight<V> flight, Deadline deadline) {
        try {
            Map<String, Entry<V>> loaded = load.of(keys, deadline);
            flight.complete(loaded);
            return loaded;
        } finally {
            // Leaves a load that ended well as it is.
            flight.cancel(false);
            keys.forEach(key -> flights.remove(key, flight));
        }
    }

    /** What another call did not bring, since it failed, was cancelled or had less time, this one loads for itself. */
    private Map<String, Entry<V>> follow(Map<String, Flight<V>> followed, Deadline deadline) {
        Map<String, Entry<V>> loaded = new HashMap<>();
        List<String> left = new ArrayList<>(0);
        followed.forEach((key, flight) -> {
            Entry<V> entry = landed(flight, deadline).get(key);
            if (entry == null) {
                left.add(key);
            } else {
                loaded.put(key, entry);
            }
        });
        if (!left.isEmpty() && !deadline.isOver()) {
            loaded.putAll(load.of(left, deadline));
        }
        return loaded;
    }

    /** What another call loads; nothing if it fails, which is for that call to report, or takes too long. */
    private static <V> Map<String, Entry<V>> landed(Flight<V> flight, Deadline deadline) {
        try {
            return flight.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | CancellationException | TimeoutException e) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another call that loads the same key", e);
        }
    }
}
