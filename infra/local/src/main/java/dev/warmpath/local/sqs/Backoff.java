package dev.warmpath.local.sqs;

import java.time.Duration;

/** How long to wait after failures in a row: nothing at first, then 100 ms, doubled each time up to 6.4 s. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final int MOST = 7;

    private int failures;

    synchronized void failed() {
        failures = Math.min(failures + 1, MOST);
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized Duration pause() {
        return failures == 0 ? Duration.ZERO : FIRST.multipliedBy(1L << (failures - 1));
    }
}
