package dev.warmpath.local.seed;

/** Data could not be loaded; the message is one sentence or two for the person at the terminal. */
public final class SeedException extends RuntimeException {
    SeedException(String message) {
        super(message);
    }

    SeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
