package dev.warmpath.resilience;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets all through and counts the failures in a row. */
final class Closed implements CircuitState {
    private final CircuitRules rules;
    private final AtomicInteger failures = new AtomicInteger();

    Closed(CircuitRules rules) {
        this.rules = rules;
    }

    @Override
    public CircuitBreaker.State name() {
        return CircuitBreaker.State.CLOSED;
    }

    @Override
    public Optional<CircuitState> enteredAt(long nanoTime) {
        return Optional.of(this);
    }

    @Override
    public CircuitState afterSuccess() {
        failures.set(0);
        return this;
    }

    @Override
    public CircuitState afterFailureAt(long nanoTime) {
        return failures.incrementAndGet() < rules.failures() ? this : new Open(rules, nanoTime);
    }
}
