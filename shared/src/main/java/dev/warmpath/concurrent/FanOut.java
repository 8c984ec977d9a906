package dev.warmpath.concurrent;

import dev.warmpath.deadline.Deadline;
import java.util.List;
import java.util.concurrent.Callable;

/** Makes independent calls at the same time. */
public final class FanOut {
    private FanOut() {}

    /** As {@link #all(Deadline, int, List)}, all of them at once. */
    public static <T> List<T> all(Deadline deadline, List<? extends Callable<? extends T>> calls) {
        return all(deadline, Math.max(1, calls.size()), calls);
    }

    /**
     * Runs calls on virtual threads, which carry the trace and the log context of the caller.
     *
     * @param atOnce how many may run at the same time
     * @return what they answered, in the order of the calls
     * @throws dev.warmpath.deadline.DeadlineException if not all have ended in time; those that run are interrupted
     * @throws RuntimeException the first failure of a call, after which the others are interrupted
     */
    public static <T> List<T> all(Deadline deadline, int atOnce, List<? extends Callable<? extends T>> calls) {
        throw new UnsupportedOperationException();
    }
}
