package dev.warmpath.local.streams;

/** Where a mapping tells what it has given up. */
@FunctionalInterface
public interface OnFailure {
    /**
     * Sends a message.
     *
     * @param queueArn as the template names the destination
     * @param message JSON on the records, without the records
     */
    void send(String queueArn, String message);
}
