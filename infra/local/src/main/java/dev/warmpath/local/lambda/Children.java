package dev.warmpath.local.lambda;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Every child process of a run, so that none outlives it. */
final class Children {
    /** Prepares a child just before it is started. */
    @FunctionalInterface
    interface Command {
        ProcessBuilder prepare() throws IOException;
    }

    private final Set<ChildProcess> living = ConcurrentHashMap.newKeySet();
    // Starts share the lock; the end waits for those under way, so that it misses none.
    private final ReadWriteLock starting = new ReentrantReadWriteLock();
    private boolean ended;

    /** @throws IllegalStateException after {@link #endAll} */
    ChildProcess start(String name, Command command, ChildProcess.Listener listener) throws IOException {
        starting.readLock().lock();
        try {
            if (ended) {
                throw new IllegalStateException("The functions are being stopped, so no environment starts any more.");
            }
            living.removeIf(ChildProcess::isFinished);
            ChildProcess child = ChildProcess.start(command.prepare(), name, listener);
            living.add(child);
            return child;
        } finally {
            starting.readLock().unlock();
        }
    }

    /** Of those that live. */
    List<Long> pids() {
        return living.stream()
                .filter(child -> !child.isFinished())
                .map(ChildProcess::pid)
                .toList();
    }

    /** Ends all children and waits until they are gone and their output is read. */
    void endAll() throws InterruptedException {
        refuseStarts();
        living.forEach(ChildProcess::kill);
        for (ChildProcess child : living) {
            child.awaitFinished();
        }
    }

    private void refuseStarts() {
        starting.writeLock().lock();
        ended = true;
        starting.writeLock().unlock();
    }
}
