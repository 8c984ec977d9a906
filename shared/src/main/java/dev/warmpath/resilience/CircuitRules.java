package dev.warmpath.resilience;

/** When a breaker opens, and for how long. */
record CircuitRules(int failures, long openNanos) {
    CircuitRules {
        if (failures < 1) {
            throw new IllegalArgumentException(
                    "A breaker that opens after " + failures + " failures must take 1 or more");
        }
        if (openNanos <= 0) {
            throw new IllegalArgumentException(
                    "A breaker that opens for " + openNanos + " ns must do so for more than zero");
        }
    }
}
