package dev.warmpath.local.filter;

/** An event pattern that Lambda would refuse; the message is the reason, without a place. */
public final class InvalidPatternException extends Exception {
    InvalidPatternException(String message) {
        super(message);
    }
}
