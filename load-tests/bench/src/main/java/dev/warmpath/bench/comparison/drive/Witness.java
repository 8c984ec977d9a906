package dev.warmpath.bench.comparison.drive;

import dev.warmpath.local.RunListeners;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invocation.Result;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Sees which functions of a run were invoked, and whether anything failed that no caller is told of. */
final class Witness {
    private final Set<String> invoked = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    RunListeners listeners() {
        return new RunListeners(
                exchange -> {},
                delivery -> {},
                (function, environment, line) -> {},
                (function, sampled, invocation) -> ended(function, invocation),
                error -> failure.compareAndSet(null, error));
    }

    private void ended(String function, Invocation invocation) {
        invoked.add(function);
        if (invocation.result() instanceof Result.FunctionError error) {
            failure.compareAndSet(
                    null,
                    new IllegalStateException(
                            "%s failed with %s: %s.".formatted(function, error.type(), error.message())));
        }
    }

    boolean hasSeen(String function) {
        return invoked.contains(function);
    }

    /** @throws IllegalStateException if anything failed: no figure is worth quoting then */
    void check() {
        if (failure.get() != null) {
            throw new IllegalStateException(
                    "The run met an error: " + failure.get().getMessage(), failure.get());
        }
    }
}
