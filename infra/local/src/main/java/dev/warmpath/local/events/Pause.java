package dev.warmpath.local.events;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets threads wait until something is worth another try, or the run closes. */
public final class Pause {
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @throws InterruptedException if the run closes meanwhile, or has closed */
    public void of(Duration time) throws InterruptedException {
        if (closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("The run closes.");
        }
    }

    public boolean isOver() {
        return closing.getCount() == 0;
    }

    /** Ends every wait, those to come included. */
    public void end() {
        closing.countDown();
    }
}
