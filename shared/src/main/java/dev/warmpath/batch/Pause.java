package dev.warmpath.batch;

import java.time.Duration;

/** Lets time go by. */
@FunctionalInterface
interface Pause {
    void take(Duration time) throws InterruptedException;
}
