package dev.warmpath.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Reads what the child prints for as long as it lives, so that it never blocks on a full pipe. */
final class ChildOutput {
    private static final int TAIL_LINES = 20;

    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Deque<String> tail = new ArrayDeque<>();

    private ChildOutput() {}

    static ChildOutput follow(Process child) {
        ChildOutput output = new ChildOutput();
        // A virtual thread would keep one of the few carriers of all others busy while it waits for output.
        Thread.ofPlatform().daemon().name("engine-output").start(() -> output.read(child));
        return output;
    }

    /** Completes with the port, or exceptionally when the child's output ends without one. */
    CompletableFuture<Integer> port() {
        return port;
    }

    synchronized String tail() {
        return tail.isEmpty() ? "none" : String.join(System.lineSeparator(), tail);
    }

    private void read(Process child) {
        try (BufferedReader lines = child.inputReader()) {
            lines.lines().forEach(this::accept);
        } catch (IOException | UncheckedIOException e) {
            accept("(output ended: " + e.getMessage() + ")");
        }
        port.completeExceptionally(new IllegalStateException("no port in the output"));
    }

    private synchronized void accept(String line) {
        if (tail.size() == TAIL_LINES) {
            tail.removeFirst();
        }
        tail.addLast(line);
        if (line.startsWith(ChildSide.PORT_LINE)) {
            port.complete(Integer.valueOf(line.substring(ChildSide.PORT_LINE.length())));
        }
    }
}
