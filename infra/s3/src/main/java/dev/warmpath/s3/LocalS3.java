package dev.warmpath.s3;

import dev.warmpath.engine.ClassArchive;
import dev.warmpath.engine.EngineCommand;
import dev.warmpath.engine.EngineException;
import dev.warmpath.engine.EngineProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** S3Proxy, which answers as S3 does, in a JVM of its own on a free loopback port; it takes any credentials. */
public final class LocalS3 implements AutoCloseable {
    static final String JAR = "s3.jar";

    private static final List<String> OPTIONS = List.of("-Xmx256m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private final EngineProcess process;

    private LocalS3(EngineProcess process) {
        this.process = process;
    }

    /**
     * Starts the engine and waits until it answers, one minute at most.
     *
     * @param libraries folder {@code infra/s3/target} of a built tree
     * @param data folder that keeps the objects, made if missing; empty for objects in memory
     * @throws EngineException if the engine is not built, ends early or does not answer in time, or the folder cannot be
     *     made
     */
    public static LocalS3 start(Path libraries, Optional<Path> data) throws InterruptedException {
        return new LocalS3(EngineProcess.start(
                command(libraries, ClassArchive.in(libraries).options(), data)));
    }

    static EngineCommand command(Path libraries, List<String> archive, Optional<Path> data) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(archive);
        List<String> arguments = data.map(LocalS3::made).stream().toList();
        return new EngineCommand("S3Proxy", libraries, JAR, "dev.warmpath.s3.Engine", options, arguments);
    }

    private static String made(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath().toString();
        } catch (IOException e) {
            throw new EngineException("The folder " + folder + " for objects cannot be made: " + e.getMessage(), e);
        }
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
}
