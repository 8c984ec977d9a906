package dev.warmpath.local;

import dev.warmpath.engine.EngineException;
import dev.warmpath.local.s3.Buckets;
import dev.warmpath.local.template.BucketSpec;
import java.net.URI;
import java.util.List;

/** The template's buckets; their engine starts with the first call, since few runs store anything. */
final class LocalBuckets implements AutoCloseable {
    private final DataPlane plane;
    private final String region;
    private final List<BucketSpec> buckets;
    private DataPlane.Engine engine;
    private boolean closed;

    LocalBuckets(DataPlane plane, String region, List<BucketSpec> buckets) {
        this.plane = plane;
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

    private DataPlane.Engine started() {
        try {
            DataPlane.Engine starting = plane.s3();
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
