package dev.warmpath.local;

/** What the person at the keyboard can mend; its message is one sentence that says what is wrong and what to do. */
final class UserException extends RuntimeException {
    UserException(String message) {
        super(message);
    }

    UserException(String message, Throwable cause) {
        super(message, cause);
    }
}
