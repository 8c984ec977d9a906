package dev.warmpath.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.lambda.powertools.metrics.model.MetricResolution;

/**
 * Writes metrics as one line in the <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 * embedded metric format</a>, out of which CloudWatch makes metrics; where there are none, metadata as plain JSON.
 */
final class EmfWriter {
    private static final int USUAL_BYTES = 1024;

    private final JsonFactory json = new JsonFactory();
    private final ExecutionEnvironment environment;
    private final Output output;
    private volatile Written last = new Written(List.of(), new SerializedString("[]"));

    /** A directive and all that it depends on. */
    private record Written(List<Object> shape, SerializedString json) {}

    EmfWriter(ExecutionEnvironment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    boolean enabled() {
        return !environment.settings().metricsDisabled();
    }

    /** Whether the invocation that runs now is the first one of its environment. */
    boolean coldStart() {
        return environment.current().coldStart();
    }

    /** Without the dimensions, which only metrics need: the log group tells the function. */
    void writeMetadata(MetricContext context) {
        write(context, Map.of());
    }

    void write(MetricContext context, Map<String, MetricValues.Series> series) {
        if (!enabled()) {
            return;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator fields = json.createGenerator(line)) {
            fields.writeStartObject();
            if (series.isEmpty()) {
                writeFields(fields, context.metadata(), series);
            } else {
                writeDocument(fields, context, series);
            }
            fields.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Metrics in memory cannot fail to be written", e);
        }
        output.line(line);
    }

    private void writeDocument(JsonGenerator fields, MetricContext context, Map<String, MetricValues.Series> series)
            throws IOException {
        writeHeader(fields, context, series);
        writeFields(fields, context.fields(), series);
        for (Map.Entry<String, MetricValues.Series> metric : series.entrySet()) {
            writeValues(fields, metric.getKey(), metric.getValue().values());
        }
    }

    private void writeHeader(JsonGenerator fields, MetricContext context, Map<String, MetricValues.Series> series)
            throws IOException {
        fields.writeObjectFieldStart(EmfMetrics.RESERVED);
        fields.writeNumberField("Timestamp", context.timestampMillis());
        fields.writeFieldName("CloudWatchMetrics");
        fields.writeRawValue(directives(context, series));
        fields.writeEndObject();
    }

    /** Nearly every invocation has the same metrics, so the longest part of the line is made once. */
    private SerializedString directives(MetricContext context, Map<String, MetricValues.Series> series)
            throws IOException {
        List<Object> shape = shape(context, series);
        Written written = last;
        if (!written.shape().equals(shape)) {
            written = new Written(shape, new SerializedString(text(context, series)));
            last = written;
        }
        return written.json();
    }

    private static List<Object> shape(MetricContext context, Map<String, MetricValues.Series> series) {
        List<Object> shape = new ArrayList<>();
        shape.add(context.namespace());
        shape.add(context.dimensionSets());
        for (Map.Entry<String, MetricValues.Series> metric : series.entrySet()) {
            shape.add(metric.getKey());
            shape.add(metric.getValue().definition().unit());
            shape.add(metric.getValue().definition().resolution());
        }
        return shape;
    }

    private String text(MetricContext context, Map<String, MetricValues.Series> series) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator fields = json.createGenerator(text)) {
            fields.writeStartArray();
            fields.writeStartObject();
            fields.writeStringField("Namespace", context.namespace());
            fields.writeArrayFieldStart("Dimensions");
            for (List<String> set : context.dimensionSets()) {
                fields.writeArray(set.toArray(new String[0]), 0, set.size());
            }
            fields.writeEndArray();
            writeMetrics(fields, series);
            fields.writeEndObject();
            fields.writeEndArray();
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Without a resolution CloudWatch keeps a value a minute. */
    private static void writeMetrics(JsonGenerator fields, Map<String, MetricValues.Series> series) throws IOException {
        fields.writeArrayFieldStart("Metrics");
        for (Map.Entry<String, MetricValues.Series> metric : series.entrySet()) {
            MetricValues.Definition definition = metric.getValue().definition();
            fields.writeStartObject();
            fields.writeStringField("Name", metric.getKey());
            fields.writeStringField("Unit", definition.unit().getName());
            if (definition.resolution() == MetricResolution.HIGH) {
                fields.writeNumberField("StorageResolution", MetricResolution.HIGH.getSeconds());
            }
            fields.writeEndObject();
        }
        fields.writeEndArray();
    }

    private static void writeFields(
            JsonGenerator json, Map<String, Object> fields, Map<String, MetricValues.Series> series)
            throws IOException {
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (!series.containsKey(field.getKey())) {
                json.writeFieldName(field.getKey());
                JsonValue.write(json, field.getValue());
            }
        }
    }

    private static void writeValues(JsonGenerator fields, String name, List<Double> values) throws IOException {
        fields.writeFieldName(name);
        if (values.size() == 1) {
            fields.writeNumber(values.getFirst());
            return;
        }
        fields.writeStartArray();
        for (double value : values) {
            fields.writeNumber(value);
        }
        fields.writeEndArray();
    }
}
