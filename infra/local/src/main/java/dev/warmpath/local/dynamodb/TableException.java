package dev.warmpath.local.dynamodb;

/** A table of the template cannot be made; the message is one sentence for the person at the terminal. */
public final class TableException extends RuntimeException {
    TableException(String message) {
        super(message);
    }
}
