package dev.warmpath.local.lambda;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits on conditions. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private Await() {}

    public static void until(String what, BooleanSupplier condition) throws InterruptedException {
        within(LIMIT, what, condition);
    }

    public static void within(Duration limit, String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + limit.toSeconds() + " s: " + what);
            }
            Thread.sleep(5);
        }
    }
}
