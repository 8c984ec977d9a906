package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import org.crac.Core;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Wraps logging, metrics and tracing around a handler, in the one place where all functions get them. */
public final class Telemetry {
    static final Settings SETTINGS = Settings.from(System.getenv());

    /** Also the strong reference without which the hook could be collected before the checkpoint. */
    private static final ExecutionEnvironment ENVIRONMENT = new ExecutionEnvironment(SETTINGS);

    private static final Output OUTPUT = new Output(ENVIRONMENT);
    static final LogLine LOG_LINE = new LogLine(ENVIRONMENT, OUTPUT);
    private static final EmfMetrics METRICS = new EmfMetrics(new EmfDocument(ENVIRONMENT, OUTPUT));
    private static final XRayTracer TRACER = new XRayTracer(ENVIRONMENT, new XRayDaemon(SETTINGS.daemonAddress()));

    static {
        if (SETTINGS.initType().equals(ExecutionEnvironment.SNAP_START)) {
            Core.getGlobalContext().register(ENVIRONMENT);
        }
    }

    private Telemetry() {}

    /**
     * The handler with telemetry around it.
     *
     * <p>Each invocation writes one line of metrics (Duration in milliseconds, MemoryUsed in megabytes, ColdStart on the
     * first one, Errors if it failed, and what the handler recorded), and sends its trace if it is sampled. What the
     * handler throws is logged, counted, noted in the trace, and thrown on. Before a SnapStart checkpoint the same code
     * runs, but nothing leaves it.
     */
    public static RequestStreamHandler around(RequestStreamHandler handler) {
        return new InstrumentedHandler(handler, ENVIRONMENT, METRICS, TRACER);
    }

    /** Where handlers record metrics of their own. */
    public static Metrics metrics() {
        return METRICS;
    }

    /** Where handlers time parts of their work. */
    public static Tracer tracer() {
        return TRACER;
    }

    /** Makes the calls of an AWS client appear in traces: one of its execution interceptors. */
    public static ExecutionInterceptor awsCallTracing() {
        return new AwsCallTracing(TRACER);
    }
}
