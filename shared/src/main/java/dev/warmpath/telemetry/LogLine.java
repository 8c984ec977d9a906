package dev.warmpath.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.event.KeyValuePair;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;

/**
 * Writes a log event as one line of JSON, with the field names of Powertools.
 *
 * <p>Lambda filters by {@code timestamp} and {@code level}: see <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html">its JSON log format</a>.
 */
final class LogLine {
    private static final int USUAL_BYTES = 512;

    private final JsonFactory json = new JsonFactory();
    private final LogContext context;
    private final Output output;

    LogLine(LogContext context, Output output) {
        this.context = context;
        this.output = output;
    }

    void write(LogEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator fields = json.createGenerator(line)) {
            fields.writeStartObject();
            writeEvent(fields, event);
            writeContext(fields, context.fields());
            writeExtras(fields, event.extras());
            writeArguments(fields, event.arguments());
            writeThrown(fields, event.thrown());
            fields.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A log line in memory cannot fail to be written", e);
        }
        output.line(line);
    }

    private static void writeEvent(JsonGenerator fields, LogEvent event) throws IOException {
        fields.writeStringField("timestamp", Instant.now().toString());
        fields.writeStringField("level", event.level().name());
        fields.writeStringField("message", event.message());
        fields.writeStringField("logger", event.logger());
    }

    private static void writeContext(JsonGenerator fields, Map<String, String> context) throws IOException {
        for (Map.Entry<String, String> entry : context.entrySet()) {
            writeContext(fields, entry.getKey(), entry.getValue());
        }
    }

    /** The context holds text only; these two of Powertools' fields are a boolean and a number in its own layout too. */
    private static void writeContext(JsonGenerator fields, String name, String value) throws IOException {
        switch (name) {
            case "cold_start" -> fields.writeBooleanField(name, Boolean.parseBoolean(value));
            case "sampling_rate" -> writeSamplingRate(fields, name, Double.parseDouble(value));
            default -> fields.writeStringField(name, value);
        }
    }

    private static void writeSamplingRate(JsonGenerator fields, String name, double rate) throws IOException {
        if (rate > 0) {
            fields.writeNumberField(name, rate);
        }
    }

    private static void writeExtras(JsonGenerator fields, List<KeyValuePair> extras) throws IOException {
        for (KeyValuePair extra : extras) {
            fields.writeFieldName(extra.key);
            JsonValue.write(fields, extra.value);
        }
    }

    private static void writeArguments(JsonGenerator fields, Object[] arguments) throws IOException {
        if (arguments == null) {
            return;
        }
        for (Object argument : arguments) {
            if (argument instanceof StructuredArgument structured) {
                structured.writeTo(ArgumentFields.of(fields));
            }
        }
    }

    private static void writeThrown(JsonGenerator fields, Throwable thrown) throws IOException {
        if (thrown == null) {
            return;
        }
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        fields.writeObjectFieldStart("error");
        fields.writeStringField("name", thrown.getClass().getName());
        fields.writeStringField("message", thrown.getMessage());
        fields.writeStringField("stack", stack.toString());
        fields.writeEndObject();
    }
}
