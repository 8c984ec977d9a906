package dev.warmpath.local;

import dev.warmpath.engine.EngineException;
import dev.warmpath.local.s3.Buckets;
import dev.warmpath.local.template.BucketSpec;
import dev.warmpath.s3.LocalS3;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The template's buckets in an engine of their own, which starts with the first call, since few runs store anything. */
final class LocalBuckets implements AutoCloseable {
    private final Path libraries;
    private final Optional<Path> data;
    private final String region;
    private final List<BucketSpec> buckets;
    private LocalS3 engine;
    private boolean closed;

    /** @param data folder of the run that keeps what it stores; empty to keep nothing */
    LocalBuckets(Path project, Optional<Path> data, String region, List<BucketSpec> buckets) {
        this.libraries = project.resolve("infra/s3/target");
        this.data = data.map(folder -> folder.resolve("s3"));
        this.region = region;
        this.buckets = buckets;
    }

    boolean exist() {
        return !buckets.isEmpty();
    }

    /**
     * Where the buckets answer; the first call waits until they do.
     *
     * @throws EngineException if the engine does not start; the next call tries again
     */
    synchronized URI endpoint() {
        if (closed) {
            throw new EngineException("The buckets are closed, since the run ends");
        }
        if (engine == null) {
            engine = started();
        }
        return engine.endpoint();
    }

    private LocalS3 started() {
        try {
            LocalS3 starting = LocalS3.start(libraries, data);
            try {
                Buckets.create(starting.endpoint(), region, buckets);
                return starting;
            } catch (RuntimeException e) {
                starting.close();
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while the buckets started", e);
        }
    }

    /** Waits for a start that is under way, so that no engine is left behind. */
    @Override
    public synchronized void close() {
        closed = true;
        if (engine != null) {
            engine.close();
        }
    }
}
