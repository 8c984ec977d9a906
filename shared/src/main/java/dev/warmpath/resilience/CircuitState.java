package dev.warmpath.resilience;

import java.util.Optional;

/** What a breaker does with a call that begins, and becomes by one that ends. */
sealed interface CircuitState permits Closed, Open, HalfOpen {
    CircuitBreaker.State name();

    /** The state in which a call runs that begins now; empty if it may not. */
    Optional<CircuitState> enteredAt(long nanoTime);

    /** The state after a call succeeded that began in this one. */
    CircuitState afterSuccess();

    /** The state after a call failed that began in this one. */
    CircuitState afterFailureAt(long nanoTime);
}
