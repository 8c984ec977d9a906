package dev.warmpath.dynamodblocal;

import dev.warmpath.engine.EngineCommand;
import dev.warmpath.engine.EngineException;
import dev.warmpath.engine.EngineProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** DynamoDB Local in a JVM of its own, on a free loopback port. */
public final class DynamoDbLocal implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-Dlog4j2.disable.jmx=true");

    private final EngineProcess process;

    private DynamoDbLocal(EngineProcess process) {
        this.process = process;
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
        data.ifPresent(DynamoDbLocal::requireWritable);
        List<String> arguments =
                data.stream().map(folder -> folder.toAbsolutePath().toString()).toList();
        return new DynamoDbLocal(EngineProcess.start(new EngineCommand(
                "DynamoDB Local",
                libraries,
                "dynamodb-local.jar",
                "dev.warmpath.dynamodblocal.Engine",
                OPTIONS,
                arguments)));
    }

    public URI endpoint() {
        return process.endpoint();
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the child and waits until it is gone. */
    @Override
    public void close() {
        process.close();
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
}
