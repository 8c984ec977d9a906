package dev.warmpath.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What has been opened, to be closed in reverse order; one failure does not keep the rest open. */
final class Closing {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /** From now on it is the first to be closed of what was added. */
    synchronized void closeFirst(AutoCloseable resource) {
        opened.remove(resource);
        opened.push(resource);
    }

    synchronized void close(Consumer<Throwable> errors) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                errors.accept(e);
            }
        }
    }
}
