package dev.warmpath.telemetry;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A subsegment of a sampled invocation, from its start to its end. */
final class XRaySubsegment implements Subsegment {
    /** Restored environments must not repeat each other's ids. */
    private static final SecureRandom IDS = new SecureRandom();

    private final String id = HexFormat.of().toHexDigits(IDS.nextLong());
    private final long startMillis = System.currentTimeMillis();
    private final long startNanos = System.nanoTime();
    private final Map<String, String> annotations = new LinkedHashMap<>();
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final XRayTracer tracer;
    private final XRayParent parent;
    private final String name;
    private long durationNanos;
    private Throwable thrown;
    private AwsCall awsCall;

    XRaySubsegment(XRayTracer tracer, XRayParent parent, String name) {
        this.tracer = tracer;
        this.parent = parent;
        this.name = name;
    }

    @Override
    public synchronized void annotate(String name, String value) {
        annotations.put(name, value);
    }

    @Override
    public synchronized void metadata(String name, Object value) {
        metadata.put(name, value);
    }

    @Override
    public synchronized void exception(Throwable thrown) {
        this.thrown = thrown;
    }

    synchronized void awsCall(AwsCall call) {
        awsCall = call;
    }

    @Override
    public void close() {
        durationNanos = System.nanoTime() - startNanos;
        tracer.ended(this);
    }

    String id() {
        return id;
    }

    XRayParent parent() {
        return parent;
    }

    synchronized XRayDocument document() {
        return new XRayDocument(
                id,
                name,
                parent,
                startMillis,
                durationNanos,
                new LinkedHashMap<>(annotations),
                new LinkedHashMap<>(metadata),
                thrown,
                awsCall);
    }
}
