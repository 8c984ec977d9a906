package dev.warmpath.engine;

/** An engine cannot run; the message is one sentence for the person at the terminal. */
public final class EngineException extends RuntimeException {
    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
