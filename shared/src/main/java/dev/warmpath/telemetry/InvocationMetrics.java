package dev.warmpath.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.provider.MetricsProvider;

/**
 * Makes the metrics of each invocation: its own, always with the same dimensions, and those that its handler records
 * through Powertools, with the namespace and dimensions that the handler chooses.
 */
final class InvocationMetrics implements MetricsProvider {
    private final ExecutionEnvironment environment;
    private final EmfWriter ownWriter;
    private final EmfWriter handlersWriter;
    private final Map<String, String> serviceDimension;
    private final Map<String, String> dimensions;
    private final Map<String, String> startDimensions;
    private volatile boolean handlersRecord;
    private volatile Optional<EmfMetrics> current = Optional.empty();

    InvocationMetrics(ExecutionEnvironment environment, Output output) {
        this.environment = environment;
        ownWriter = new EmfWriter(environment, output);
        handlersWriter = new EmfWriter(environment, output);
        Settings settings = environment.settings();
        serviceDimension = Map.of("Service", settings.service());
        dimensions = with(serviceDimension, "FunctionName", settings.functionName());
        startDimensions = with(dimensions, "InitType", settings.initType());
    }

    private static Map<String, String> with(Map<String, String> dimensions, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(dimensions);
        more.put(name, value);
        return more;
    }

    /** What the invocation that now begins takes. */
    EmfMetrics begin() {
        EmfMetrics own = metrics(ownWriter, dimensions);
        current = Optional.of(own);
        return own;
    }

    /**
     * Counts something in the current invocation; between invocations there is no line that it could be written in. A metric
     * costs nothing in an hour in which it has no value, so that nothing is made of 0.
     */
    void count(String name, double value) {
        if (value != 0) {
            current.ifPresent(own -> own.count(name, value));
        }
    }

    void end() {
        current = Optional.empty();
    }

    /** How often environments start; only this metric has the dimension that tells a restore from a start. */
    EmfMetrics ofStart() {
        return metrics(ownWriter, startDimensions);
    }

    /** Called by Powertools' factory, at the first metric of each invocation. */
    @Override
    public Metrics getMetricsInstance() {
        return metrics(handlersWriter, serviceDimension);
    }

    private EmfMetrics metrics(EmfWriter writer, Map<String, String> dimensions) {
        return new EmfMetrics(
                writer,
                new MetricContext(environment.settings().namespace(), dimensions, metadata(environment.current())));
    }

    /** The trace only where X-Ray has one. */
    private static Map<String, Object> metadata(Invocation invocation) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (invocation.running()) {
            metadata.put("function_request_id", invocation.requestId());
        }
        if (invocation.trace().sampled()) {
            metadata.put("xray_trace_id", invocation.trace().traceId());
        }
        return metadata;
    }

    /** The metrics of whatever invocation runs, as Powertools hands them out. */
    synchronized Metrics ofHandlers() {
        if (!handlersRecord) {
            MetricsFactory.setMetricsProvider(this);
            handlersRecord = true;
        }
        return MetricsFactory.getMetricsInstance();
    }

    /** Through the factory, which lets go of the metrics of an invocation only then. */
    void flushHandlers() {
        if (handlersRecord) {
            MetricsFactory.getMetricsInstance().flush();
        }
    }
}
