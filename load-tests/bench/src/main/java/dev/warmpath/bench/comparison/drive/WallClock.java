package dev.warmpath.bench.comparison.drive;

import java.time.Instant;

/** Tells what time of the day a {@link System#nanoTime} was, for times that other processes write down. */
final class WallClock {
    private static final long NANOS = System.nanoTime();
    private static final Instant INSTANT = Instant.now();

    private WallClock() {}

    static Instant instant(long nanoTime) {
        return INSTANT.plusNanos(nanoTime - NANOS);
    }
}
