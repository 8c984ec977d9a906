package dev.warmpath.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
final class Waiting {
    private static final long LIMIT_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private Waiting() {}

    static void until(BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > LIMIT_NANOS) {
                throw new AssertionError("the condition did not come true within a minute");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
