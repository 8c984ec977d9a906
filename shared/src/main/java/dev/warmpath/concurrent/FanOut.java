package dev.warmpath.concurrent;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import dev.warmpath.telemetry.Telemetry;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** Makes independent calls at the same time. */
public final class FanOut {
    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("fan-out-", 0).factory();

    private FanOut() {}

    /** As {@link #all(Deadline, int, List)}, all of them at once. */
    public static <T> List<T> all(Deadline deadline, List<? extends Callable<? extends T>> calls) {
        return all(deadline, Math.max(1, calls.size()), calls);
    }

    /**
     * Runs calls on virtual threads, which carry the trace and the log context of the caller. A single call too, since the
     * caller could not leave a call in its own thread when the time is over.
     *
     * <p>When this returns or throws, no call runs any more, except one that ignores its interrupt beyond the deadline.
     *
     * @param atOnce how many may run at the same time, at least 1
     * @return what they answered, in the order of the calls
     * @throws DeadlineException if not all have ended in time; those that run are interrupted
     * @throws RuntimeException the first failure of a call, after which the others are interrupted: itself if it is unchecked,
     *     else as the cause of a {@link CompletionException}
     * @throws CancellationException if the caller is interrupted, and the calls with it; it stays interrupted
     */
    public static <T> List<T> all(Deadline deadline, int atOnce, List<? extends Callable<? extends T>> calls) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("The calls at once must be at least 1, but are " + atOnce);
        }
        if (calls.isEmpty()) {
            return List.of();
        }
        if (deadline.isOver()) {
            throw new DeadlineException("The time was over before the first of " + calls.size() + " calls");
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(atOnce, calls.size()), THREADS);
        try {
            return answers(deadline, threads, calls);
        } finally {
            end(deadline, threads);
        }
    }

    /**
     * As {@link #all(Deadline, List)}, for two calls that answer different things.
     *
     * @param together makes one answer of theirs
     */
    @SuppressWarnings("unchecked")
    public static <A, B, T> T both(
            Deadline deadline, Callable<A> one, Callable<B> other, BiFunction<A, B, T> together) {
        List<Object> answers = all(deadline, List.of(one, other));
        return together.apply((A) answers.getFirst(), (B) answers.getLast());
    }

    private static <T> List<T> answers(
            Deadline deadline, ExecutorService threads, List<? extends Callable<? extends T>> calls) {
        CompletionService<T> ended = new ExecutorCompletionService<>(threads);
        List<Future<T>> answers = calls.stream()
                .map(call -> ended.submit(Telemetry.<T>carried(call)))
                .toList();
        for (int left = calls.size(); left > 0; left--) {
            requireAnswer(next(deadline, ended, left));
        }
        return answers.stream().map(Future::resultNow).toList();
    }

    private static <T> Future<T> next(Deadline deadline, CompletionService<T> ended, int left) {
        try {
            Future<T> next = ended.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new DeadlineException("The time was over before " + left + " of the parallel calls ended");
            }
            return next;
        } catch (InterruptedException e) {
            throw cancelled();
        }
    }

    private static void requireAnswer(Future<?> ended) {
        try {
            ended.get();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } catch (InterruptedException e) {
            throw cancelled();
        }
    }

    private static CancellationException cancelled() {
        Thread.currentThread().interrupt();
        return new CancellationException("Interrupted while parallel calls ran");
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new CompletionException(failure);
    }

    /** Waits for the calls also where the caller was interrupted, which then stays so. */
    private static void end(Deadline deadline, ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
