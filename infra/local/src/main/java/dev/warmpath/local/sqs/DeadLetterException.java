package dev.warmpath.local.sqs;

/** A queue has no dead letters to look into; the message is one sentence for the person at the terminal. */
public final class DeadLetterException extends RuntimeException {
    DeadLetterException(String message) {
        super(message);
    }
}
