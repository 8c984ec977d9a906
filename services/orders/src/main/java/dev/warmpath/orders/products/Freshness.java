package dev.warmpath.orders.products;

import java.time.Duration;

/**
 * Shares out how stale a product that the public reads may be: an answer may come from a file at the end of its time, be kept
 * in memory for all of its own, and then by browsers for all of theirs, so these times must add up to no more than the bound.
 *
 * @param bound zero for nothing to be kept anywhere
 */
public record Freshness(Duration bound) {
    private static final Duration LONGEST_MISSING = Duration.ofSeconds(5);

    /** Half of it, since only what browsers keep costs no call at all. */
    public Duration atCallers() {
        return bound.dividedBy(2);
    }

    Duration inMemory() {
        return bound.dividedBy(4);
    }

    Duration inFiles() {
        return bound.dividedBy(4);
    }

    /** How long memory, and then browsers, may keep that there is no such product: it may be added at any time. */
    public Duration missing() {
        return inMemory().compareTo(LONGEST_MISSING) < 0 ? inMemory() : LONGEST_MISSING;
    }
}
