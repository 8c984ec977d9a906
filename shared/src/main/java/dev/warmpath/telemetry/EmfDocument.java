package dev.warmpath.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes metrics as one line in the <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 * embedded metric format</a>, out of which CloudWatch makes metrics.
 */
final class EmfDocument {
    /** Apart from the others, so that only it has the dimension that tells a restore from a start. */
    static final String COLD_START = "ColdStart";

    private static final int USUAL_BYTES = 1024;
    private static final String[] DIMENSIONS = {"Service", "FunctionName"};
    private static final String[] START_DIMENSIONS = {"Service", "FunctionName", "InitType"};

    private final JsonFactory json = new JsonFactory();
    private final ExecutionEnvironment environment;
    private final Output output;
    private volatile Directives lastDirectives = new Directives(Map.of(), new SerializedString("[]"));

    private record Directives(Map<String, Metrics.Unit> units, SerializedString json) {}

    EmfDocument(ExecutionEnvironment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    void write(Map<String, EmfMetrics.Series> series, Map<String, String> properties) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator fields = json.createGenerator(line)) {
            fields.writeStartObject();
            writeHeader(fields, series);
            writeDimensions(fields);
            writeInvocation(fields, environment.current());
            writeProperties(fields, properties);
            for (Map.Entry<String, EmfMetrics.Series> metric : series.entrySet()) {
                writeValues(fields, metric.getKey(), metric.getValue().values());
            }
            fields.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Metrics in memory cannot fail to be written", e);
        }
        output.line(line);
    }

    private void writeHeader(JsonGenerator fields, Map<String, EmfMetrics.Series> series) throws IOException {
        fields.writeObjectFieldStart("_aws");
        fields.writeNumberField("Timestamp", System.currentTimeMillis());
        fields.writeFieldName("CloudWatchMetrics");
        fields.writeRawValue(directives(series));
        fields.writeEndObject();
    }

    /** Nearly every invocation has the same metrics, so the longest part of the line is made once. */
    private SerializedString directives(Map<String, EmfMetrics.Series> series) throws IOException {
        Map<String, Metrics.Unit> units = new LinkedHashMap<>();
        series.forEach((name, values) -> units.put(name, values.unit()));
        Directives last = lastDirectives;
        if (!last.units().equals(units)) {
            last = new Directives(units, new SerializedString(writeDirectives(units)));
            lastDirectives = last;
        }
        return last.json();
    }

    private String writeDirectives(Map<String, Metrics.Unit> units) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator fields = json.createGenerator(text)) {
            fields.writeStartArray();
            Map<String, Metrics.Unit> others = new LinkedHashMap<>(units);
            Metrics.Unit start = others.remove(COLD_START);
            if (start != null) {
                writeDirective(fields, START_DIMENSIONS, Map.of(COLD_START, start));
            }
            if (!others.isEmpty()) {
                writeDirective(fields, DIMENSIONS, others);
            }
            fields.writeEndArray();
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private void writeDirective(JsonGenerator fields, String[] dimensions, Map<String, Metrics.Unit> units)
            throws IOException {
        fields.writeStartObject();
        fields.writeStringField("Namespace", environment.settings().namespace());
        fields.writeArrayFieldStart("Dimensions");
        fields.writeArray(dimensions, 0, dimensions.length);
        fields.writeEndArray();
        fields.writeArrayFieldStart("Metrics");
        for (Map.Entry<String, Metrics.Unit> metric : units.entrySet()) {
            fields.writeStartObject();
            fields.writeStringField("Name", metric.getKey());
            fields.writeStringField("Unit", metric.getValue().text());
            fields.writeEndObject();
        }
        fields.writeEndArray();
        fields.writeEndObject();
    }

    private void writeDimensions(JsonGenerator fields) throws IOException {
        Settings settings = environment.settings();
        fields.writeStringField("Service", settings.service());
        fields.writeStringField("FunctionName", settings.functionName());
        fields.writeStringField("InitType", settings.initType());
    }

    private static void writeInvocation(JsonGenerator fields, Invocation invocation) throws IOException {
        fields.writeStringField("function_request_id", invocation.requestId());
        fields.writeStringField("xray_trace_id", invocation.trace().traceId());
    }

    private static void writeProperties(JsonGenerator fields, Map<String, String> properties) throws IOException {
        for (Map.Entry<String, String> property : properties.entrySet()) {
            fields.writeStringField(property.getKey(), property.getValue());
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
