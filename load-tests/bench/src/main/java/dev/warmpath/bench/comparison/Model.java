package dev.warmpath.bench.comparison;

/** When the next request is made. */
public enum Model {
    /** At fixed times, however long those before it take; its latency counts from the time it was due. */
    OPEN,
    /** As soon as the last one of the same caller was answered. */
    CLOSED
}
