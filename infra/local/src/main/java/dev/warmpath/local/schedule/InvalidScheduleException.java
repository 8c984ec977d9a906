package dev.warmpath.local.schedule;

/** A schedule expression that EventBridge would refuse; the message is the reason, without a place. */
public final class InvalidScheduleException extends Exception {
    InvalidScheduleException(String message) {
        super(message);
    }
}
