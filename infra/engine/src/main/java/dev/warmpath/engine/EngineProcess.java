package dev.warmpath.engine;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An engine in a JVM of its own, on a free loopback port.
 *
 * <p>The child ends with {@link #close()}, and by itself when this process ends, even by {@code kill -9}.
 */
public final class EngineProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    private final Process child;
    private final URI endpoint;

    private EngineProcess(Process child, int port) {
        this.child = child;
        this.endpoint = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Starts the engine and waits until it answers, one minute at most.
     *
     * @throws EngineException if the engine is not built, ends early or does not answer in time
     */
    public static EngineProcess start(EngineCommand command) throws InterruptedException {
        command.requireBuilt();
        Process child = launch(command);
        return new EngineProcess(child, awaitPort(command.name(), child));
    }

    public URI endpoint() {
        return endpoint;
    }

    public long pid() {
        return child.pid();
    }

    /** Ends the child and waits until it is gone. */
    @Override
    public void close() {
        close(END_LIMIT);
    }

    /**
     * Ends the child and waits until it is gone.
     *
     * @param limit after which it is killed
     */
    public void close(Duration limit) {
        end(child, limit);
    }

    private static Process launch(EngineCommand command) {
        try {
            return new ProcessBuilder(command.line()).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new EngineException(command.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    private static int awaitPort(String name, Process child) throws InterruptedException {
        ChildOutput<Integer> output = ChildOutput.follow(child, ChildSide::port);
        try {
            return output.ready().get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(name + " ended before it answered", child, output);
        } catch (TimeoutException e) {
            throw failed(name + " did not answer within " + START_LIMIT.toSeconds() + " s", child, output);
        } catch (InterruptedException e) {
            end(child, END_LIMIT);
            throw e;
        }
    }

    private static EngineException failed(String what, Process child, ChildOutput<?> output) {
        end(child, END_LIMIT);
        return new EngineException(what + "; its last output: " + output.tail());
    }

    private static void end(Process child, Duration limit) {
        try {
            // The end of its input is the child's signal to close its files.
            child.getOutputStream().close();
            if (!child.waitFor(limit)) {
                child.destroyForcibly().waitFor(END_LIMIT);
            }
        } catch (IOException e) {
            child.destroyForcibly();
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
