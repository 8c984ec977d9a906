package dev.warmpath.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Reads what a child prints for as long as it lives, so that it never blocks on a full pipe.
 *
 * @param <T> what the child's line tells with which it is ready
 */
public final class ChildOutput<T> {
    private static final int TAIL_LINES = 20;

    private final Function<String, Optional<T>> readyLine;
    private final CompletableFuture<T> ready = new CompletableFuture<>();
    private final Deque<String> tail = new ArrayDeque<>();

    private ChildOutput(Function<String, Optional<T>> readyLine) {
        this.readyLine = readyLine;
    }

    /**
     * Starts to read.
     *
     * @param readyLine empty for a line that does not say that the child is ready
     */
    public static <T> ChildOutput<T> follow(Process child, Function<String, Optional<T>> readyLine) {
        ChildOutput<T> output = new ChildOutput<>(readyLine);
        // A virtual thread would keep one of the few carriers of all others busy while it waits for output.
        Thread.ofPlatform().daemon().name("engine-output").start(() -> output.read(child));
        return output;
    }

    /** Completes once the child is ready, or exceptionally when its output ends before. */
    public CompletableFuture<T> ready() {
        return ready;
    }

    /** The last lines, for a message on what went wrong. */
    public synchronized String tail() {
        return tail.isEmpty() ? "none" : String.join(System.lineSeparator(), tail);
    }

    private void read(Process child) {
        try (BufferedReader lines = child.inputReader()) {
            lines.lines().forEach(this::accept);
        } catch (IOException | UncheckedIOException e) {
            accept("(output ended: " + e.getMessage() + ")");
        }
        ready.completeExceptionally(new IllegalStateException("the output ended"));
    }

    private synchronized void accept(String line) {
        if (tail.size() == TAIL_LINES) {
            tail.removeFirst();
        }
        tail.addLast(line);
        readyLine.apply(line).ifPresent(ready::complete);
    }
}
