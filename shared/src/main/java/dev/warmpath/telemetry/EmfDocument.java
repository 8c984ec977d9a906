package dev.warmpath.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        fields.writeArrayFieldStart("CloudWatchMetrics");
        boolean coldStart = series.containsKey(COLD_START);
        if (coldStart) {
            writeDirective(fields, START_DIMENSIONS, Map.of(COLD_START, series.get(COLD_START)));
        }
        if (series.size() > (coldStart ? 1 : 0)) {
            writeDirective(fields, DIMENSIONS, series);
        }
        fields.writeEndArray();
        fields.writeEndObject();
    }

    private void writeDirective(JsonGenerator fields, String[] dimensions, Map<String, EmfMetrics.Series> series)
            throws IOException {
        fields.writeStartObject();
        fields.writeStringField("Namespace", environment.settings().namespace());
        fields.writeArrayFieldStart("Dimensions");
        fields.writeArray(dimensions, 0, dimensions.length);
        fields.writeEndArray();
        fields.writeArrayFieldStart("Metrics");
        for (Map.Entry<String, EmfMetrics.Series> metric : series.entrySet()) {
            if (!metric.getKey().equals(COLD_START) || dimensions == START_DIMENSIONS) {
                fields.writeStartObject();
                fields.writeStringField("Name", metric.getKey());
                fields.writeStringField("Unit", metric.getValue().unit().text());
                fields.writeEndObject();
            }
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
