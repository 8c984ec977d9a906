package dev.warmpath.local;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One message that a function logged, for a person to read.
 *
 * @param requestId of the invocation that it belongs to; empty where it does not tell
 * @param text level and message, metrics by name and value, or the message as it is
 */
record LogLine(Optional<String> requestId, String text) {

    static LogLine of(String line) {
        return fields(line)
                .map(fields -> new LogLine(text(fields, "function_request_id"), readable(line, fields)))
                .orElse(new LogLine(Optional.empty(), line));
    }

    private static Optional<Map<String, Object>> fields(String line) {
        try {
            return line.startsWith("{") ? Optional.of(JSON.std.mapFrom(line)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String readable(String line, Map<String, Object> fields) {
        if (fields.get("_aws") instanceof Map<?, ?> metadata) {
            return "metrics " + metrics(metadata, fields);
        }
        return text(fields, "message")
                .map(message -> text(fields, "level").orElse("") + " " + message + stack(fields))
                .orElse(line);
    }

    private static String stack(Map<String, Object> fields) {
        return fields.get("error") instanceof Map<?, ?> error && error.get("stack") instanceof String stack
                ? "\n" + stack.strip()
                : "";
    }

    /**
     * Names and values only.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
     *     Embedded metric format</a>
     */
    private static String metrics(Map<?, ?> metadata, Map<String, Object> fields) {
        return elements(metadata.get("CloudWatchMetrics")).stream()
                .flatMap(directive -> elements(directive.get("Metrics")).stream())
                .map(metric -> metric.get("Name") + " " + value(fields.get(metric.get("Name"))))
                .collect(Collectors.joining(", "));
    }

    private static String value(Object value) {
        return value instanceof Double number ? "%.2f".formatted(number) : String.valueOf(value);
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static List<Map<?, ?>> elements(Object array) {
        return array instanceof Collection<?> elements
                ? elements.stream()
                        .<Map<?, ?>>map(element -> (Map<?, ?>) element)
                        .toList()
                : List.of();
    }
}
