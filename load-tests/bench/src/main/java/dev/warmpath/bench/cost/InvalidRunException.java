package dev.warmpath.bench.cost;

/** A run of the benchmark that is not there, cannot be read, or has nothing to charge; the message says which and what to do. */
public final class InvalidRunException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidRunException(String message) {
        super(message);
    }

    InvalidRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
