package dev.warmpath.items;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes versions that grow with every change of an item, also when it is deleted and created anew, so that no ETag ever names
 * two states. One instance never gives a version that is not above all those before, even where the clock steps back.
 */
public final class Versions {
    private static final int RANDOM_BITS = 20;

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong highest = new AtomicLong();

    /**
     * @param random where version bits come from; a {@link java.security.SecureRandom}, since it alone differs between
     *     environments restored from one snapshot
     */
    public Versions(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public Clock clock() {
        return clock;
    }

    /**
     * The version that follows.
     *
     * @param previous 0 for an item that has none yet
     */
    public long next(long previous) {
        long byTime = clock.millis() << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
        return highest.updateAndGet(before -> Math.max(Math.max(previous, before) + 1, byTime));
    }
}
