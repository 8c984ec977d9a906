package dev.warmpath.local.frontdoor;

/** What the front door was told makes no sense; the message is one sentence that names the field. */
public final class InvalidFormException extends Exception {
    /** @param message one sentence that names the field */
    public InvalidFormException(String message) {
        super(message);
    }
}
