package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.internal.Validator;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricResolution;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * Powertools' metrics of one invocation, collected until they are written as one document.
 *
 * <p>Safe from several threads. Each name is a custom metric that CloudWatch bills by the month, so neither a name nor a
 * dimension ever holds an identifier; metadata may.
 */
final class EmfMetrics implements Metrics {
    /** The member in which the format keeps its own. */
    static final String RESERVED = "_aws";

    private static final MetricValues.Definition COUNT =
            new MetricValues.Definition(MetricUnit.COUNT, MetricResolution.STANDARD);

    private final EmfWriter writer;
    private final MetricContext context;
    private final MetricValues values = new MetricValues();
    private boolean raiseOnEmptyMetrics;

    EmfMetrics(EmfWriter writer, MetricContext context) {
        this.writer = writer;
        this.context = context;
    }

    @Override
    public synchronized void addMetric(String name, double value, MetricUnit unit, MetricResolution resolution) {
        values.add(name, value, new MetricValues.Definition(unit, resolution));
    }

    /** Adds to the sum of a count, so that many of them still make one value. */
    synchronized void count(String name, double value) {
        values.addUp(name, value, COUNT);
    }

    @Override
    public synchronized void addDimension(DimensionSet dimensions) {
        if (dimensions == null) {
            throw new IllegalArgumentException("The dimensions to add are null, but must be a set");
        }
        context.addDimensions(dimensions.getDimensions());
    }

    @Override
    public synchronized void setTimestamp(Instant timestamp) {
        Validator.validateTimestamp(timestamp);
        context.timestampMillis(timestamp.toEpochMilli());
    }

    /** Adds a field that CloudWatch Logs Insights can query; it makes no metric and costs no dimension. */
    @Override
    public synchronized void addMetadata(String name, Object value) {
        if (name == null || name.equals(RESERVED)) {
            throw new IllegalArgumentException("Metadata '" + name + "' must have a name other than " + RESERVED);
        }
        context.metadata(name, value);
    }

    /** Null, which {@link #flushSingleMetric} passes on where its optional dimensions are not given, changes nothing. */
    @Override
    public synchronized void setDefaultDimensions(DimensionSet dimensions) {
        if (dimensions != null) {
            context.defaultDimensions(dimensions.getDimensions());
        }
    }

    @Override
    public synchronized DimensionSet getDefaultDimensions() {
        return DimensionSet.of(context.defaultDimensions());
    }

    /** Powertools sets it anew for each invocation, and to check a name takes longer than to compare it. */
    @Override
    public synchronized void setNamespace(String namespace) {
        if (!context.namespace().equals(namespace)) {
            Validator.validateNamespace(namespace);
            context.namespace(namespace);
        }
    }

    @Override
    public synchronized void setRaiseOnEmptyMetrics(boolean raise) {
        raiseOnEmptyMetrics = raise;
    }

    @Override
    public synchronized void clearDefaultDimensions() {
        context.defaultDimensions(Map.of());
    }

    /**
     * Writes what was recorded.
     *
     * @throws IllegalStateException if that is nothing, and {@link #setRaiseOnEmptyMetrics} asked for it
     */
    @Override
    public synchronized void flush() {
        if (values.isEmpty()) {
            refuseEmpty();
        }
        while (!values.isEmpty()) {
            writer.write(context, values.takeDocument());
        }
        context.nextDocument();
    }

    /** As {@link #flush}; where no metric was recorded, the metadata alone makes a line, out of which CloudWatch makes none. */
    synchronized void flushWithMetadata() {
        if (values.isEmpty()) {
            writer.writeMetadata(context);
        } else {
            flush();
        }
    }

    /** An invocation that records nothing is an ordinary one, unlike in Powertools' own writer, which warns each time. */
    private void refuseEmpty() {
        if (raiseOnEmptyMetrics && writer.enabled()) {
            throw new IllegalStateException("No metrics were recorded, although setRaiseOnEmptyMetrics asks for some");
        }
        LoggerFactory.getLogger(EmfMetrics.class).debug("No metrics were recorded");
    }

    @Override
    public void captureColdStartMetric(Context invocation, DimensionSet dimensions) {
        if (writer.coldStart()) {
            flushMetrics(apart -> {
                apart.setDefaultDimensions(dimensions);
                apart.addMetric("ColdStart", 1, MetricUnit.COUNT);
            });
        }
    }

    @Override
    public void captureColdStartMetric(DimensionSet dimensions) {
        captureColdStartMetric(null, dimensions);
    }

    @Override
    public void flushMetrics(Consumer<Metrics> recording) {
        EmfMetrics apart = apart();
        recording.accept(apart);
        apart.flush();
    }

    private synchronized EmfMetrics apart() {
        return new EmfMetrics(writer, context.apart());
    }
}
