package dev.warmpath.dynamodblocal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * DynamoDB Local in a JVM of its own, on a free loopback port.
 *
 * <p>The child ends with {@link #close()}, and by itself when this process ends, even by {@code kill -9}.
 */
public final class DynamoDbLocal implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    private final Process child;
    private final URI endpoint;

    private DynamoDbLocal(Process child, int port) {
        this.child = child;
        this.endpoint = URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Starts the engine and waits until it answers, one minute at most.
     *
     * @param libraries folder {@code infra/dynamodb-local/target} of a built tree
     * @param data folder that keeps the tables; empty for tables in memory
     * @throws EngineException if the engine is not built, ends early or does not answer in time, or if the data
     *     folder cannot be written
     */
    public static DynamoDbLocal start(Path libraries, Optional<Path> data) throws InterruptedException {
        requireBuilt(libraries);
        data.ifPresent(DynamoDbLocal::requireWritable);
        Process child = launch(libraries, data);
        return new DynamoDbLocal(child, awaitPort(child));
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
        end(child);
    }

    private static void requireBuilt(Path libraries) {
        if (!Files.isRegularFile(libraries.resolve("dynamodb-local.jar"))
                || !Files.isDirectory(libraries.resolve("lib"))) {
            throw new EngineException("DynamoDB Local is not built: " + libraries
                    + " should hold dynamodb-local.jar and lib; run ./mvnw package");
        }
    }

    private static void requireWritable(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw notWritable(data, e);
        }
        if (!Files.isWritable(data)) {
            throw notWritable(data, null);
        }
    }

    private static EngineException notWritable(Path data, IOException cause) {
        return new EngineException(
                "DynamoDB Local cannot keep data in " + data + ": it is not a folder that can be written", cause);
    }

    private static Process launch(Path libraries, Optional<Path> data) {
        List<String> command = new ArrayList<>(CommandLine.of(libraries));
        data.ifPresent(folder -> command.add(folder.toAbsolutePath().toString()));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new EngineException("DynamoDB Local could not be started: " + e.getMessage(), e);
        }
    }

    private static int awaitPort(Process child) throws InterruptedException {
        ChildOutput output = ChildOutput.follow(child);
        try {
            return output.port().get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(child, "ended before it answered", output);
        } catch (TimeoutException e) {
            throw failed(child, "did not answer within " + START_LIMIT.toSeconds() + " s", output);
        } catch (InterruptedException e) {
            end(child);
            throw e;
        }
    }

    private static EngineException failed(Process child, String what, ChildOutput output) {
        end(child);
        return new EngineException("DynamoDB Local " + what + "; its last output: " + output.tail());
    }

    private static void end(Process child) {
        try {
            // The end of its input is the child's signal to close its files.
            child.getOutputStream().close();
            if (!child.waitFor(END_LIMIT)) {
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
