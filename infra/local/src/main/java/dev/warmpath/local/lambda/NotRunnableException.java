package dev.warmpath.local.lambda;

/** A function cannot be run on this machine; the message is one sentence for the person at the terminal. */
public final class NotRunnableException extends RuntimeException {
    NotRunnableException(String message) {
        super(message);
    }
}
