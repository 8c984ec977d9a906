package dev.warmpath.bench.measure;

import java.util.concurrent.locks.LockSupport;

/** Waits by the clock that latencies are measured with. */
public final class Pause {
    private Pause() {}

    /** @param due time of {@link System#nanoTime()}; one that is over is not waited for */
    public static void until(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
