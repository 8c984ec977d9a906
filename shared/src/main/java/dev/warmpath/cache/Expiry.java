package dev.warmpath.cache;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a level outside of memory keeps entries: values and misses up to a tenth shorter than they may live, by chance, so
 * that what was read together is not read anew together; a tombstone for its full time, in which it answers, too.
 */
record Expiry(TimesToLive timesToLive, RandomGenerator random) {
    private static final double JITTER = 0.1;

    /** How long an entry of this age still lives; zero if its time is over. */
    Duration left(Entry<?> entry, Duration age) {
        Duration left = time(entry).minus(age);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration time(Entry<?> entry) {
        if (entry.value().isPresent()) {
            return jittered(timesToLive.values());
        }
        return entry.version() > 0 ? timesToLive.tombstones() : jittered(timesToLive.negatives());
    }

    private Duration jittered(Duration longest) {
        return longest.minusNanos((long) (longest.toNanos() * JITTER * random.nextDouble()));
    }
}
