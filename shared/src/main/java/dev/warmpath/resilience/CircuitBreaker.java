package dev.warmpath.resilience;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lets calls through until they fail too often in a row, and then only one at times, until that one succeeds. */
public final class CircuitBreaker {
    private final CircuitRules rules;
    private final LongSupplier nanoTime;
    private final Consumer<State> listener;
    private final AtomicReference<CircuitState> current;

    /** Whether calls are let through. */
    public enum State {
        /** All are. */
        CLOSED,
        /** None is. */
        OPEN,
        /** One is under way that decides which of the others comes next. */
        HALF_OPEN
    }

    /** A breaker that tells nobody of its changes. */
    public CircuitBreaker(int failures, Duration openFor, LongSupplier nanoTime) {
        this(failures, openFor, nanoTime, state -> {});
    }

    /**
     * A closed breaker.
     *
     * @param failures how many calls in a row must fail to open it; at least 1
     * @param openFor how long no call is let through then, before one may probe; more than zero
     * @param nanoTime a clock of nanoseconds from any origin, as {@link System#nanoTime()} is one
     * @param listener told of each new state by the thread that brought it about; must not throw
     * @throws IllegalArgumentException if a number is out of range
     */
    public CircuitBreaker(int failures, Duration openFor, LongSupplier nanoTime, Consumer<State> listener) {
        this.rules = new CircuitRules(failures, openFor.toNanos());
        this.nanoTime = nanoTime;
        this.listener = listener;
        this.current = new AtomicReference<>(new Closed(rules));
    }

    public State state() {
        return current.get().name();
    }

    /**
     * Makes a call if one is let through. Whatever it throws counts as its failure, and is thrown on.
     *
     * @param call must answer something, and end by a timeout of its own: while a probe hangs, no other call is let through
     * @return what it answered; empty if it was not let through
     */
    public <T> Optional<T> call(Supplier<? extends T> call) {
        Optional<CircuitState> entered = enter();
        return entered.isEmpty() ? Optional.empty() : Optional.of(watched(entered.get(), call));
    }

    /** Closes it, as for a new connection of which nothing is known yet. */
    public void reset() {
        CircuitState before = current.getAndSet(new Closed(rules));
        if (before.name() != State.CLOSED) {
            listener.accept(State.CLOSED);
        }
    }

    private Optional<CircuitState> enter() {
        CircuitState before = current.get();
        Optional<CircuitState> entered = before.enteredAt(nanoTime.getAsLong());
        // Of several that would probe only the one that makes the change may; the others are refused.
        return entered.filter(state -> state == before || change(before, state));
    }

    private <T> T watched(CircuitState entered, Supplier<? extends T> call) {
        boolean succeeded = false;
        try {
            T answer = call.get();
            succeeded = true;
            return answer;
        } finally {
            ended(entered, succeeded);
        }
    }

    /** A call that ends in another state than it began in says nothing about that one. */
    private void ended(CircuitState entered, boolean succeeded) {
        if (current.get() == entered) {
            CircuitState next = succeeded ? entered.afterSuccess() : entered.afterFailureAt(nanoTime.getAsLong());
            change(entered, next);
        }
    }

    private boolean change(CircuitState from, CircuitState to) {
        boolean changed = current.compareAndSet(from, to);
        if (changed && from.name() != to.name()) {
            listener.accept(to.name());
        }
        return changed;
    }
}
