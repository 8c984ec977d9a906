package dev.warmpath.resilience;

import java.util.Optional;

/** Lets none through until its time is over, and then a probe. */
record Open(CircuitRules rules, long since) implements CircuitState {
    @Override
    public CircuitBreaker.State name() {
        return CircuitBreaker.State.OPEN;
    }

    @Override
    public Optional<CircuitState> enteredAt(long nanoTime) {
        return nanoTime - since < rules.openNanos() ? Optional.empty() : Optional.of(new HalfOpen(rules));
    }

    @Override
    public CircuitState afterSuccess() {
        throw new IllegalStateException("No call begins in an open circuit");
    }

    @Override
    public CircuitState afterFailureAt(long nanoTime) {
        throw new IllegalStateException("No call begins in an open circuit");
    }
}
