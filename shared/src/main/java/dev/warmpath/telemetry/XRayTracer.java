package dev.warmpath.telemetry;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Traces sampled invocations for X-Ray: each subsegment is sent when it ends, so nothing is collected. */
final class XRayTracer implements Tracer {
    private final ExecutionEnvironment environment;
    private final XRayDaemon daemon;
    private final ThreadLocal<XRaySubsegment> innermost = new ThreadLocal<>();
    private volatile XRaySubsegment root;

    XRayTracer(ExecutionEnvironment environment, XRayDaemon daemon) {
        this.environment = environment;
        this.daemon = daemon;
    }

    /** Starts the subsegment of the whole invocation: the parent of what other threads start. */
    Subsegment beginInvocation(String name) {
        if (!environment.current().trace().sampled()) {
            return Subsegment.NONE;
        }
        XRaySubsegment subsegment = start(name);
        root = subsegment;
        return subsegment;
    }

    @Override
    public Subsegment begin(String name) {
        return environment.current().trace().sampled() ? start(name) : Subsegment.NONE;
    }

    private XRaySubsegment start(String name) {
        XRaySubsegment subsegment = new XRaySubsegment(this, parent(environment.current()), name);
        innermost.set(subsegment);
        return subsegment;
    }

    /** As {@link #begin}, for a call that may end in another thread: it never becomes a parent. */
    Optional<XRaySubsegment> beginCall(String name) {
        Invocation invocation = environment.current();
        return invocation.trace().sampled()
                ? Optional.of(new XRaySubsegment(this, parent(invocation), name))
                : Optional.empty();
    }

    /** The call with the innermost subsegment of this thread as parent of what it begins, wherever it runs. */
    <T> Callable<T> carried(Callable<? extends T> call) {
        XRaySubsegment carried = innermost.get();
        return () -> {
            XRaySubsegment own = innermost.get();
            innermost.set(carried);
            try {
                return call.call();
            } finally {
                innermost.set(own);
            }
        };
    }

    /** Notes a value in the innermost open subsegment of this thread, if there is one. */
    void annotate(String name, String value) {
        XRaySubsegment current = innermost.get();
        if (belongsTo(environment.current(), current)) {
            current.annotate(name, value);
        }
    }

    private XRayParent parent(Invocation invocation) {
        XRaySubsegment outer = belongsTo(invocation, innermost.get()) ? innermost.get() : root;
        return belongsTo(invocation, outer)
                ? new XRayParent(invocation, outer.id(), outer)
                : new XRayParent(invocation, invocation.trace().parentId(), null);
    }

    /** One of an earlier invocation, never closed in a pooled thread, is no parent. */
    private static boolean belongsTo(Invocation invocation, XRaySubsegment subsegment) {
        return subsegment != null && subsegment.parent().invocation() == invocation;
    }

    void ended(XRaySubsegment subsegment) {
        if (innermost.get() == subsegment) {
            innermost.set(subsegment.parent().outer());
        }
        byte[] document = subsegment.document().toBytes();
        if (subsegment.parent().invocation().priming()) {
            daemon.prime();
        } else {
            daemon.send(document);
        }
    }
}
