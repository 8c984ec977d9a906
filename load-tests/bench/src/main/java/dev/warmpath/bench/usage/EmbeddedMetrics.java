package dev.warmpath.bench.usage;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The custom metrics that a log line makes: one for each namespace, name and set of dimensions with their values.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     Embedded metric format</a>
 */
final class EmbeddedMetrics {
    private static final String METADATA = "_aws";

    private EmbeddedMetrics() {}

    /** Whether a line may have some, without reading it. */
    static boolean areIn(String line) {
        return line.startsWith("{") && line.contains("\"" + METADATA + "\"");
    }

    /** Such as {@code Warmpath OrdersPlaced service=orders}; a line that is no such document has none. */
    static List<String> of(String line) {
        try {
            Map<String, Object> document = JSON.std.mapFrom(line);
            return document.get(METADATA) instanceof Map<?, ?> metadata
                    ? objects(metadata.get("CloudWatchMetrics"))
                            .flatMap(directive -> of(directive, document))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Stream<String> of(Map<?, ?> directive, Map<String, Object> document) {
        return objects(directive.get("Metrics"))
                .flatMap(metric -> elements(directive.get("Dimensions"))
                        .map(names -> Stream.of(
                                        String.valueOf(directive.get("Namespace")),
                                        String.valueOf(metric.get("Name")),
                                        dimensions(names, document))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(" "))));
    }

    private static String dimensions(Object names, Map<String, Object> document) {
        return elements(names)
                .map(name -> name + "=" + document.get(name))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Stream<Map<?, ?>> objects(Object array) {
        return elements(array)
                .flatMap(element -> element instanceof Map<?, ?> object ? Stream.of(object) : Stream.of());
    }

    private static Stream<?> elements(Object array) {
        return array instanceof Collection<?> elements ? elements.stream() : Stream.of();
    }
}
