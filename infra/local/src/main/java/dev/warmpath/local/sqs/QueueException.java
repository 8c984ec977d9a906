package dev.warmpath.local.sqs;

/** A queue of the template cannot be made; the message is one sentence for the person at the terminal. */
public final class QueueException extends RuntimeException {
    QueueException(String message) {
        super(message);
    }
}
