package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Surrounds each invocation of a handler with its metrics, its trace and the context of its log lines. */
final class InstrumentedHandler implements RequestStreamHandler {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final RequestStreamHandler handler;
    private final ExecutionEnvironment environment;
    private final EmfMetrics metrics;
    private final XRayTracer tracer;
    private final ProcessMemory memory = new ProcessMemory();
    private final Logger log = LoggerFactory.getLogger(Telemetry.class);

    InstrumentedHandler(
            RequestStreamHandler handler, ExecutionEnvironment environment, EmfMetrics metrics, XRayTracer tracer) {
        this.handler = handler;
        this.environment = environment;
        this.metrics = metrics;
        this.tracer = tracer;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Invocation invocation = environment.begin(context);
        long start = System.nanoTime();
        try {
            traced(invocation, input, output, context);
        } finally {
            recordUse(System.nanoTime() - start);
            finish();
        }
    }

    private void traced(Invocation invocation, InputStream input, OutputStream output, Context context)
            throws IOException {
        try (Subsegment subsegment =
                tracer.beginInvocation("## " + environment.settings().functionName())) {
            recordStart(invocation, subsegment);
            try {
                handler.handleRequest(input, output, context);
            } catch (Throwable thrown) {
                subsegment.exception(thrown);
                metrics.count("Errors");
                log.error("The handler failed", thrown);
                throw thrown;
            }
        }
    }

    private void recordStart(Invocation invocation, Subsegment subsegment) {
        subsegment.annotate("Service", environment.settings().service());
        subsegment.annotate("ColdStart", invocation.coldStart() ? "true" : "false");
        if (invocation.coldStart()) {
            metrics.count(EmfDocument.COLD_START);
        }
    }

    private void recordUse(long nanos) {
        metrics.add("Duration", nanos / NANOS_PER_MILLISECOND, Metrics.Unit.MILLISECONDS);
        memory.residentMegabytes().ifPresent(megabytes -> metrics.add("MemoryUsed", megabytes, Metrics.Unit.MEGABYTES));
    }

    private void finish() {
        metrics.finish();
        MDC.clear();
        environment.end();
    }
}
