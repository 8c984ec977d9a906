package dev.warmpath.elasticmq;

import dev.warmpath.engine.ClassArchive;
import dev.warmpath.engine.EngineCommand;
import dev.warmpath.engine.EngineException;
import dev.warmpath.engine.EngineProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** ElasticMQ, which answers as SQS does, in a JVM of its own on a free loopback port; its messages live in memory. */
public final class ElasticMq implements AutoCloseable {
    static final String JAR = "elasticmq.jar";

    private static final List<String> OPTIONS = List.of(
            "-Xmx256m",
            "-Dpekko.loglevel=WARNING",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            // What its actor library uses; without it each start warns.
            "--sun-misc-unsafe-memory-access=allow");

    private final EngineProcess process;

    private ElasticMq(EngineProcess process) {
        this.process = process;
    }

    /**
     * Starts the engine and waits until it answers, one minute at most.
     *
     * @param libraries folder {@code infra/elasticmq/target} of a built tree
     * @param region that the ARNs of its queues name
     * @param account that the ARNs of its queues name
     * @throws EngineException if the engine is not built, ends early or does not answer in time
     */
    public static ElasticMq start(Path libraries, String region, String account) throws InterruptedException {
        return new ElasticMq(EngineProcess.start(
                command(libraries, ClassArchive.in(libraries).options(), region, account)));
    }

    static EngineCommand command(Path libraries, List<String> archive, String region, String account) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(archive);
        return new EngineCommand(
                "ElasticMQ", libraries, JAR, "dev.warmpath.elasticmq.Engine", options, List.of(region, account));
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
