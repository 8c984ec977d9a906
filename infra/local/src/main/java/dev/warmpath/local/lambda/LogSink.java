package dev.warmpath.local.lambda;

/**
 * Takes what functions log, as the events that Lambda makes of it: a message for each call of the context's logger, which may
 * have several lines, and one for each line of standard output and standard error.
 */
@FunctionalInterface
public interface LogSink {
    /**
     * Called from two threads per environment: one for messages of the logger and one for lines of the standard streams, each in
     * their order.
     *
     * @param message without its end of line
     */
    void message(String function, String environmentId, String message);
}
