package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.MDC;

/** Surrounds each invocation of a handler with its metrics, its trace and the context of its log lines. */
final class InstrumentedHandler implements RequestStreamHandler {
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final RequestStreamHandler handler;
    private final ExecutionEnvironment environment;
    private final EmfMetrics metrics;
    private final XRayTracer tracer;
    private final Logger log;
    private final ProcessMemory memory = new ProcessMemory();

    InstrumentedHandler(RequestStreamHandler handler, Instruments instruments, Logger log) {
        this.handler = handler;
        this.environment = instruments.environment();
        this.metrics = instruments.metrics();
        this.tracer = instruments.tracer();
        this.log = log;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Invocation invocation = environment.begin(context);
        long start = System.nanoTime();
        try (Subsegment subsegment =
                tracer.beginInvocation("## " + environment.settings().functionName())) {
            recordStart(invocation, subsegment);
            handle(input, output, context, subsegment);
        } finally {
            recordUse(System.nanoTime() - start);
            metrics.finish();
            MDC.clear();
            environment.end();
        }
    }

    private void handle(InputStream input, OutputStream output, Context context, Subsegment subsegment)
            throws IOException {
        try {
            handler.handleRequest(input, output, context);
        } catch (Throwable thrown) {
            subsegment.exception(thrown);
            metrics.count("Errors");
            log.error("The handler failed", thrown);
            throw thrown;
        }
    }

    private void recordStart(Invocation invocation, Subsegment subsegment) {
        subsegment.annotate("Service", environment.settings().service());
        subsegment.annotate("ColdStart", Boolean.toString(invocation.coldStart()));
        if (invocation.coldStart()) {
            metrics.count(EmfDocument.COLD_START);
        }
    }

    private void recordUse(long nanos) {
        metrics.add("Duration", nanos / NANOS_PER_MILLISECOND, Metrics.Unit.MILLISECONDS);
        memory.residentMegabytes().ifPresent(megabytes -> metrics.add("MemoryUsed", megabytes, Metrics.Unit.MEGABYTES));
    }
}
