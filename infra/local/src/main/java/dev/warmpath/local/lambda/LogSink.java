package dev.warmpath.local.lambda;

/** Takes what functions write to standard output and standard error. */
@FunctionalInterface
public interface LogSink {
    /** Called in the order of the environment's lines, from one thread per environment. */
    void line(String function, String environmentId, String line);
}
