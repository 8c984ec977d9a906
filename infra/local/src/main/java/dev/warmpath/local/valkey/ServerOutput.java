package dev.warmpath.local.valkey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Reads what the server prints for as long as it lives, so that it never blocks on a full pipe. */
final class ServerOutput {
    private static final int TAIL_LINES = 20;

    /** Valkey and Redis both print it once they listen. */
    private static final String READY = "eady to accept connections";

    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Deque<String> tail = new ArrayDeque<>();

    private ServerOutput() {}

    static ServerOutput follow(Process server) {
        ServerOutput output = new ServerOutput();
        // A virtual thread would keep one of the few carriers of all others busy while it waits for output.
        Thread.ofPlatform().daemon().name("valkey-output").start(() -> output.read(server));
        return output;
    }

    /** Completes once the server listens, or exceptionally when its output ends before. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    synchronized String tail() {
        return tail.isEmpty() ? "none" : String.join(System.lineSeparator(), tail);
    }

    private void read(Process server) {
        try (BufferedReader lines = server.inputReader()) {
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
        if (line.contains(READY)) {
            ready.complete(null);
        }
    }
}
