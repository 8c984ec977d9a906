package dev.warmpath.deadline;

/** There was not enough time left for the work. */
public final class DeadlineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeadlineException(String message) {
        super(message);
    }
}
