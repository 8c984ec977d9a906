package dev.warmpath.local;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.lambda.LogSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what functions log in a form that reads well; lines that are no JSON, such as stack traces, as they are. */
final class FunctionLog implements LogSink {
    private static final String INDENT = "          ";

    private final PrintWriter out;

    FunctionLog(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void line(String function, String environmentId, String line) {
        out.println(INDENT + environmentId + "  " + readable(line));
        out.flush();
    }

    private static String readable(String line) {
        return line.startsWith("{") ? ofJson(line) : line;
    }

    private static String ofJson(String line) {
        try {
            Map<String, Object> fields = JSON.std.mapFrom(line);
            if (fields.get("_aws") instanceof Map<?, ?> metadata) {
                return "metrics " + metrics(metadata, fields);
            }
            return fields.containsKey("message") ? fields.get("level") + " " + fields.get("message") : line;
        } catch (IOException e) {
            return line;
        }
    }

    /**
     * Names and values only.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
     *     Embedded metric format</a>
     */
    private static String metrics(Map<?, ?> metadata, Map<String, Object> fields) {
        return elements(metadata.get("CloudWatchMetrics")).stream()
                .flatMap(directive -> elements(((Map<?, ?>) directive).get("Metrics")).stream())
                .map(metric -> ((Map<?, ?>) metric).get("Name"))
                .map(name -> name + " " + fields.get(name))
                .collect(Collectors.joining(", "));
    }

    private static Collection<?> elements(Object array) {
        return array instanceof Collection<?> elements ? elements : java.util.List.of();
    }
}
