package dev.warmpath.local.valkey;

/** The server for the shared cache could not be started; the message is one sentence that says why. */
public final class ValkeyException extends RuntimeException {
    ValkeyException(String message) {
        super(message);
    }

    ValkeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
