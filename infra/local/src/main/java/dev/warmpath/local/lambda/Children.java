package dev.warmpath.local.lambda;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every child process of a run, so that none outlives it. */
final class Children {
    private final Set<ChildProcess> living = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @throws IllegalStateException after {@link #endAll} */
    ChildProcess start(ProcessBuilder command, String name, ChildProcess.Listener listener) throws IOException {
        living.removeIf(ChildProcess::isFinished);
        ChildProcess child = ChildProcess.start(command, name, listener);
        living.add(child);
        if (closed) {
            child.kill();
            throw new IllegalStateException("The functions are being stopped, so no environment starts any more.");
        }
        return child;
    }

    /** Ends all children and waits until they are gone and their output is read. */
    void endAll() throws InterruptedException {
        closed = true;
        living.forEach(ChildProcess::end);
        for (ChildProcess child : living) {
            child.awaitFinished();
        }
    }
}
