package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crac.Core;
import org.slf4j.Logger;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.lambda.powertools.metrics.Metrics;

/** Wraps logging, metrics and tracing around a handler, in the one place where all functions get them. */
public final class Telemetry {
    /** Holds the hook strongly: the registry of hooks would let it be collected before the checkpoint. */
    private static final Instruments INSTRUMENTS = new Instruments(Settings.from(System.getenv()));

    static {
        ExecutionEnvironment environment = INSTRUMENTS.environment();
        if (environment.settings().initType().equals(ExecutionEnvironment.SNAP_START)) {
            Core.getGlobalContext().register(environment);
        }
    }

    private Telemetry() {}

    /**
     * The handler with telemetry around it.
     *
     * <p>Each invocation writes one line of its use: as plain fields, out of which CloudWatch makes no metric, Duration in
     * milliseconds, MemoryUsed in megabytes, cold_start if it is the first one, and Errors (1) if it failed; and as metrics
     * with the dimensions Service and FunctionName, what was {@linkplain #count counted}. It writes one more line if it is the
     * first one (the metric ColdStart, with the dimension InitType too) and one of what the handler recorded, and sends its
     * trace if it is sampled. What the handler throws is logged, noted in that line and the trace, and thrown on. Before a
     * SnapStart checkpoint the same code runs, so that it is warm, but nothing is written or sent.
     *
     * <p>Lambda itself has <a
     * href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">metrics</a> of durations and errors at
     * no charge.
     */
    public static RequestStreamHandler around(RequestStreamHandler handler) {
        return INSTRUMENTS.around(handler);
    }

    /**
     * Where handlers record metrics of their own: the one instance of Powertools' {@code MetricsFactory}, whose metrics are
     * written at the end of each invocation. The factory itself has it only once this method was called, and costs the
     * starts of functions that record nothing no time.
     *
     * <p>Under SnapStart, call it while the function initialises if its first other call may come from a second thread of a
     * priming pass: the factory registers a hook then, for which that thread would wait until the checkpoint is over.
     */
    public static Metrics metrics() {
        return INSTRUMENTS.metrics().ofHandlers();
    }

    /**
     * Adds to a count of the current invocation, which stands in the same line as its Duration, as a metric with the
     * dimensions Service and FunctionName. Costs far less than {@link #metrics()}, may be called from any thread, and does nothing outside of an
     * invocation, or with 0, as CloudWatch <a href="https://aws.amazon.com/cloudwatch/pricing/">bills</a> a metric only for the
     * hours in which it has values.
     *
     * @param name a custom metric that CloudWatch bills by the month; the same few in all invocations
     * @throws IllegalArgumentException if CloudWatch would refuse the name or the value
     */
    public static void count(String name, double value) {
        INSTRUMENTS.metrics().count(name, value);
    }

    /** Where handlers time parts of their work. */
    public static Tracer tracer() {
        return INSTRUMENTS.tracer();
    }

    /** Makes the calls of an AWS client appear in traces: to be added to its execution interceptors. */
    public static ExecutionInterceptor awsCallTracing() {
        return new AwsCallTracing(INSTRUMENTS.tracer());
    }

    /**
     * The call for another thread: there it has the entries of this thread's log context as they are now, and what it traces
     * becomes a part of the subsegment that is now the innermost open one in this thread. The other thread's own context is
     * back when the call has ended.
     */
    public static <T> Callable<T> carried(Callable<? extends T> call) {
        return INSTRUMENTS.carried(call);
    }

    /**
     * Names the work of this thread, so that its log lines and traces are found from those of whoever caused it: as
     * {@code correlation_id} in lines, as annotation {@code CorrelationId} of the innermost open subsegment. Holds until the
     * invocation ends, or the call that {@linkplain #carried was carried} here.
     *
     * @param id nothing personal
     */
    public static void correlate(String id) {
        INSTRUMENTS.correlate(id);
    }

    /** What {@link #correlate} named the work of this thread; empty if it did not. */
    public static Optional<String> correlationId() {
        return LogContext.correlationId();
    }

    static LogThreshold logThreshold() {
        return INSTRUMENTS.logThreshold();
    }

    static Logger logger(String name) {
        return INSTRUMENTS.logger(name);
    }
}
