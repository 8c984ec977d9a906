package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Surrounds each invocation of a handler with its metrics, its trace and the context of its log lines. */
final class InstrumentedHandler implements RequestStreamHandler {
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final double MICROSECONDS_PER_MILLISECOND = 1e3;

    private final RequestStreamHandler handler;
    private final ExecutionEnvironment environment;
    private final LogContext logContext;
    private final InvocationMetrics metrics;
    private final XRayTracer tracer;
    private final Logger log;
    private final ProcessMemory memory = new ProcessMemory();

    InstrumentedHandler(RequestStreamHandler handler, Instruments instruments, Logger log) {
        this.handler = handler;
        this.environment = instruments.environment();
        this.logContext = instruments.logContext();
        this.metrics = instruments.metrics();
        this.tracer = instruments.tracer();
        this.log = log;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Invocation invocation = environment.begin(context);
        logContext.begin(context, invocation.coldStart());
        EmfMetrics own = metrics.begin();
        long start = System.nanoTime();
        try (Subsegment subsegment =
                tracer.beginInvocation("## " + environment.settings().functionName())) {
            Watch watch = new Watch(subsegment, own);
            recordStart(invocation, watch);
            handle(input, output, context, watch);
        } finally {
            recordUse(own, System.nanoTime() - start);
            own.flushWithMetadata();
            metrics.end();
            logContext.end();
            environment.end();
        }
    }

    /** Where it is noted what an invocation is like. */
    private record Watch(Subsegment subsegment, EmfMetrics own) {}

    private void handle(InputStream input, OutputStream output, Context context, Watch watch) throws IOException {
        try {
            handler.handleRequest(input, output, context);
            metrics.flushHandlers();
        } catch (Throwable thrown) {
            watch.subsegment().exception(thrown);
            watch.own().addMetadata("Errors", 1L);
            log.error("The handler failed", thrown);
            flushHandlersAfter(thrown);
            throw thrown;
        }
    }

    /** What a handler recorded before it failed is kept, and its own failure is the one that is reported. */
    private void flushHandlersAfter(Throwable thrown) {
        try {
            metrics.flushHandlers();
        } catch (RuntimeException e) {
            thrown.addSuppressed(e);
        }
    }

    private void recordStart(Invocation invocation, Watch watch) {
        watch.subsegment().annotate("Service", environment.settings().service());
        watch.subsegment().annotate("ColdStart", Boolean.toString(invocation.coldStart()));
        if (invocation.coldStart()) {
            watch.own().addMetadata("cold_start", true);
            EmfMetrics start = metrics.ofStart();
            start.addMetric("ColdStart", 1, MetricUnit.COUNT);
            start.flush();
        }
    }

    /** As fields only: Lambda has metrics of durations and errors for nothing, and each one of ours would be billed. */
    private void recordUse(EmfMetrics own, long nanos) {
        own.addMetadata("Duration", Math.round(nanos / NANOS_PER_MICROSECOND) / MICROSECONDS_PER_MILLISECOND);
        memory.residentMegabytes().ifPresent(megabytes -> own.addMetadata("MemoryUsed", Math.round(megabytes)));
    }
}
