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
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/**
 * Writes a log event as one line of JSON, with the field names of Powertools.
 *
 * <p>Lambda filters by {@code timestamp} and {@code level}: see <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html">its JSON log format</a>.
 */
final class LogLine {
    private static final int USUAL_BYTES = 512;

    private final JsonFactory json = new JsonFactory();
    private final ExecutionEnvironment environment;
    private final Output output;

    LogLine(ExecutionEnvironment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    void write(Level level, String logger, String message, List<KeyValuePair> extras, Throwable thrown) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator fields = json.createGenerator(line)) {
            fields.writeStartObject();
            writeEvent(fields, level, logger, message);
            writeFunction(fields, environment.settings());
            writeInvocation(fields, environment.current());
            writeExtras(fields, extras);
            writeThrown(fields, thrown);
            fields.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A log line in memory cannot fail to be written", e);
        }
        output.line(line);
    }

    private static void writeEvent(JsonGenerator fields, Level level, String logger, String message)
            throws IOException {
        fields.writeStringField("timestamp", Instant.now().toString());
        fields.writeStringField("level", level.name());
        fields.writeStringField("message", message);
        fields.writeStringField("logger", logger);
    }

    private static void writeFunction(JsonGenerator fields, Settings settings) throws IOException {
        fields.writeStringField("service", settings.service());
        fields.writeStringField("function_name", settings.functionName());
        fields.writeStringField("function_version", settings.functionVersion());
    }

    private static void writeInvocation(JsonGenerator fields, Invocation invocation) throws IOException {
        if (!invocation.running()) {
            return;
        }
        fields.writeStringField("function_arn", invocation.functionArn());
        fields.writeNumberField("function_memory_size", invocation.memoryMegabytes());
        fields.writeStringField("function_request_id", invocation.requestId());
        fields.writeStringField("xray_trace_id", invocation.trace().traceId());
        fields.writeBooleanField("cold_start", invocation.coldStart());
    }

    private static void writeExtras(JsonGenerator fields, List<KeyValuePair> extras) throws IOException {
        Map<String, String> context = MDC.getCopyOfContextMap();
        if (context != null) {
            for (Map.Entry<String, String> entry : context.entrySet()) {
                fields.writeStringField(entry.getKey(), entry.getValue());
            }
        }
        for (KeyValuePair extra : extras) {
            fields.writeFieldName(extra.key);
            JsonValue.write(fields, extra.value);
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
