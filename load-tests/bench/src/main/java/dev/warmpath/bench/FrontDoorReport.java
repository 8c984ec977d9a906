package dev.warmpath.bench;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.Comparison.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the front door costs, as a table for people and as JSON with each value. */
record FrontDoorReport(List<Comparison> comparisons) {
    String table() {
        StringBuilder table = new StringBuilder();
        for (Comparison comparison : comparisons) {
            table.append("\n%s%n".formatted(comparison.name()));
            line(table, "direct", comparison.direct());
            line(table, "through the front door", comparison.through());
            Samples ratios = comparison.ratios();
            table.append("  %.3f ms added at p50; ratio of p50 %.2f, by round %.2f to %.2f (%d rounds)%n"
                    .formatted(comparison.added(), ratios.median(), ratios.lowest(), ratios.highest(), ratios.count()));
        }
        return table.toString();
    }

    private static void line(StringBuilder table, String name, Side side) {
        Samples latency = side.latency();
        table.append("  %-23s p50 %6.3f ms  p90 %6.3f ms  p99 %6.3f ms  CPU %5.0f ms per 1,000  (%,d)%n"
                .formatted(
                        name,
                        latency.median(),
                        latency.p90(),
                        latency.p99().orElse(Double.NaN),
                        side.cpu(),
                        latency.count()));
    }

    /** Writes every value, and which machine they are from. */
    Path write(Path file) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("measuredAt", Instant.now().toString());
        document.put("machine", FunctionReport.machine());
        document.put("unit", "milliseconds");
        document.put(
                "comparisons", comparisons.stream().map(FrontDoorReport::fields).toList());
        Files.createDirectories(file.getParent());
        JSON.std.write(document, file.toFile());
        return file;
    }

    private static Map<String, Object> fields(Comparison comparison) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", comparison.name());
        fields.put("addedAtP50", comparison.added());
        fields.put("ratios", comparison.ratios().values());
        fields.put("direct", fields(comparison.direct()));
        fields.put("through", fields(comparison.through()));
        return fields;
    }

    private static Map<String, Object> fields(Side side) {
        return Map.of(
                "cpuPerThousandCalls", side.cpu(), "latency", side.latency().values());
    }
}
