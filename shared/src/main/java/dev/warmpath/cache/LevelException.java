package dev.warmpath.cache;

/** A level could not be asked, or did not answer in time. */
public final class LevelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LevelException(String message, Throwable cause) {
        super(message, cause);
    }

    public LevelException(String message) {
        super(message);
    }
}
