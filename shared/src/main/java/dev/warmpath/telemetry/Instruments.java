package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import org.slf4j.Logger;

/** The parts of telemetry, put together for one execution environment. */
final class Instruments {
    private final ExecutionEnvironment environment;
    private final LogLine logLine;
    private final EmfMetrics metrics;
    private final XRayTracer tracer;

    Instruments(Settings settings) {
        environment = new ExecutionEnvironment(settings);
        Output output = new Output(environment);
        logLine = new LogLine(environment, output);
        metrics = new EmfMetrics(new EmfDocument(environment, output));
        tracer = new XRayTracer(environment, new XRayDaemon(settings.daemonAddress()));
    }

    RequestStreamHandler around(RequestStreamHandler handler) {
        return new InstrumentedHandler(handler, this, logger(Telemetry.class.getName()));
    }

    Logger logger(String name) {
        return new JsonLogger(name, environment.settings().logLevel(), logLine);
    }

    ExecutionEnvironment environment() {
        return environment;
    }

    EmfMetrics metrics() {
        return metrics;
    }

    XRayTracer tracer() {
        return tracer;
    }
}
