package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.concurrent.Callable;
import org.slf4j.Logger;

/** The parts of telemetry, put together for one execution environment. */
final class Instruments {
    private final ExecutionEnvironment environment;
    private final LogThreshold logThreshold;
    private final LogContext logContext;
    private final LogLine logLine;
    private final InvocationMetrics metrics;
    private final XRayTracer tracer;

    Instruments(Settings settings) {
        environment = new ExecutionEnvironment(settings);
        Output output = new Output(environment);
        logThreshold = new LogThreshold(settings.logLevel());
        logContext = new LogContext(settings, logThreshold);
        logLine = new LogLine(logContext, output);
        metrics = new InvocationMetrics(environment, output);
        tracer = new XRayTracer(environment, new XRayDaemon(settings.daemonAddress()));
    }

    RequestStreamHandler around(RequestStreamHandler handler) {
        return new InstrumentedHandler(handler, this, logger(Telemetry.class.getName()));
    }

    <T> Callable<T> carried(Callable<? extends T> call) {
        return logContext.carried(tracer.carried(call));
    }

    void correlate(String id) {
        logContext.correlate(id);
        tracer.annotate("CorrelationId", id);
    }

    Logger logger(String name) {
        return new JsonLogger(name, logThreshold, logLine);
    }

    ExecutionEnvironment environment() {
        return environment;
    }

    LogThreshold logThreshold() {
        return logThreshold;
    }

    LogContext logContext() {
        return logContext;
    }

    InvocationMetrics metrics() {
        return metrics;
    }

    XRayTracer tracer() {
        return tracer;
    }
}
