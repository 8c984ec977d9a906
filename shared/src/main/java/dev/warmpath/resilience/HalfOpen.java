package dev.warmpath.resilience;

import java.util.Optional;

/** Waits for its probe and lets no other call through. */
record HalfOpen(CircuitRules rules) implements CircuitState {
    @Override
    public CircuitBreaker.State name() {
        return CircuitBreaker.State.HALF_OPEN;
    }

    @Override
    public Optional<CircuitState> enteredAt(long nanoTime) {
        return Optional.empty();
    }

    @Override
    public CircuitState afterSuccess() {
        return new Closed(rules);
    }

    @Override
    public CircuitState afterFailureAt(long nanoTime) {
        return new Open(rules, nanoTime);
    }
}
