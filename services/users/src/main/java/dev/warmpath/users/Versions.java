package dev.warmpath.users;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Makes versions that grow with every change of an item, also when it is deleted and created anew, so that no ETag ever names
 * two states.
 *
 * @param random where version bits come from; a {@link java.security.SecureRandom}, since it alone differs between
 *     environments restored from one snapshot
 */
record Versions(Clock clock, RandomGenerator random) {
    private static final int RANDOM_BITS = 20;

    /**
     * The version that follows.
     *
     * @param previous 0 for an item that has none yet
     */
    long next(long previous) {
        long byTime = clock.millis() << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
        return Math.max(previous + 1, byTime);
    }
}
