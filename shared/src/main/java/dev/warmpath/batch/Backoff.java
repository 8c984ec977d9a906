package dev.warmpath.batch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits before repetitions: any time up to a limit that doubles each time ("full jitter" in the AWS Architecture Blog's
 * "Exponential Backoff And Jitter"), so that callers who failed together do not come back together.
 *
 * @param first the limit before the first repetition
 * @param longest what the limit grows to
 * @param random a {@link java.security.SecureRandom}, since it alone differs between environments restored from one snapshot
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 20;

    /** @param repetition from 1 on */
    Duration before(int repetition) {
        Duration grown = first.multipliedBy(1L << Math.min(repetition - 1, MOST_DOUBLINGS));
        Duration limit = grown.compareTo(longest) < 0 ? grown : longest;
        return Duration.ofNanos(random.nextLong(limit.toNanos() + 1));
    }
}
