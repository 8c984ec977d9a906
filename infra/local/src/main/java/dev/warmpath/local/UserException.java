package dev.warmpath.local;

/** What the person at the keyboard can mend; its message is one sentence that says what is wrong and what to do. */
public class UserException extends RuntimeException {
    public UserException(String message) {
        super(message);
    }

    public UserException(String message, Throwable cause) {
        super(message, cause);
    }
}
