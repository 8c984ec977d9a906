package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.Side;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Waits until a side has done all that its requests left to workers, queue and stream. */
final class Quiet {
    /** Above the window of a second that a stream's records are gathered in, and above the time that users are cached. */
    private static final Duration LEAST = Duration.ofSeconds(3);

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Quiet() {}

    /**
     * Until no order is pending, no function was invoked for a while, and each of the optimised side, which restores, has a parked environment.
     *
     * @throws IllegalStateException if that takes longer than three minutes, or anything has failed
     */
    static void await(Stack stack, OrderRows orders) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!isQuiet(stack) || orders.anyPending() || !hasSpares(stack)) {
            stack.activity().check();
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "%s is not quiet after %d s: %s; it should have fulfilled all orders and read its stream."
                                .formatted(stack.side(), LIMIT.toSeconds(), state(stack, orders)));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        stack.activity().check();
    }

    private static boolean isQuiet(Stack stack) {
        return System.nanoTime() - stack.activity().last() > LEAST.toNanos();
    }

    private static boolean hasSpares(Stack stack) {
        Set<String> invoked = stack.activity().invoked();
        return stack.side() == Side.BASELINE || invoked.stream().allMatch(stack.run()::hasParked);
    }

    private static String state(Stack stack, OrderRows orders) {
        return "last invoked %d ms ago, orders pending %s, environments parked %s"
                .formatted(
                        Duration.ofNanos(System.nanoTime() - stack.activity().last())
                                .toMillis(),
                        orders.anyPending(),
                        hasSpares(stack));
    }
}
