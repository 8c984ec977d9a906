package dev.warmpath.local.streams;

/** A stream that cannot be read; the message is one sentence for the person at the terminal. */
public final class StreamException extends RuntimeException {
    StreamException(String message) {
        super(message);
    }
}
