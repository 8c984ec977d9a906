package dev.warmpath.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Makes calls at the same time on virtual threads, each of which must have a time limit of its own.
 *
 * @param atOnce how many at most
 */
record ParallelCalls(int atOnce) {
    /**
     * What the calls answered, in any order.
     *
     * @throws LevelException with the first failure, after which the others are interrupted
     */
    <T> List<T> all(List<Supplier<T>> calls) {
        if (calls.size() < 2) {
            return calls.stream().map(Supplier::get).toList();
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
        try {
            CompletionService<T> done = new ExecutorCompletionService<>(threads);
            calls.forEach(call -> done.submit(call::get));
            return take(done, calls.size());
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> take(CompletionService<T> done, int count) {
        List<T> answers = new ArrayList<>();
        try {
            while (answers.size() < count) {
                answers.add(done.take().get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new LevelException(
                    "One of " + count + " calls failed: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LevelException("Interrupted during " + count + " calls", e);
        }
    }
}
