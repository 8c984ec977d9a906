package dev.warmpath.bench.functions;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.measure.Machine;
import dev.warmpath.bench.measure.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured, as a table for people and as JSON with each value.
 *
 * @param cold by subject, in milliseconds
 * @param restored by subject, in milliseconds
 */
record FunctionReport(
        Map<String, Samples> cold,
        Map<String, Samples> restored,
        List<Warm.Figures> onDemand,
        List<Warm.Figures> snapStart) {

    String table() {
        StringBuilder table = new StringBuilder();
        starts(table, "Cold start on demand", cold);
        starts(table, "Restore of a parked environment, without the platform's snapshot load", restored);
        calls(table, "Warm calls on demand (C1 compiler alone)", onDemand);
        calls(table, "Warm calls under SnapStart (normal tiering)", snapStart);
        return table.toString();
    }

    private static void starts(StringBuilder table, String title, Map<String, Samples> starts) {
        table.append("\n%s, to the first answer%n".formatted(title));
        starts.forEach((name, samples) -> table.append("  %-20s median %8.1f ms  lowest %8.1f  highest %8.1f  (%d)%n"
                .formatted(name, samples.median(), samples.lowest(), samples.highest(), samples.count())));
    }

    private static void calls(StringBuilder table, String title, List<Warm.Figures> calls) {
        double floor = calls.getFirst().latency().median();
        table.append("\n%s%n".formatted(title));
        for (Warm.Figures figures : calls) {
            Samples latency = figures.latency();
            table.append("  %-20s p50 %6.3f ms (%.2f x empty)  p99 %6.3f ms  CPU %5.0f ms per 1,000  %d MB  (%,d)%n"
                    .formatted(
                            figures.name(),
                            latency.median(),
                            latency.median() / floor,
                            latency.p99().orElse(Double.NaN),
                            figures.cpu(),
                            figures.residentMegabytes(),
                            latency.count()));
        }
    }

    /** Writes every value, and which machine they are from. */
    Path write(Path file) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("measuredAt", Instant.now().toString());
        document.put("machine", Machine.description());
        document.put("unit", "milliseconds");
        document.put("coldStart", values(cold));
        document.put("parkedRestore", values(restored));
        document.put(
                "warmOnDemand", onDemand.stream().map(FunctionReport::fields).toList());
        document.put(
                "warmSnapStart", snapStart.stream().map(FunctionReport::fields).toList());
        Files.createDirectories(file.getParent());
        JSON.std.write(document, file.toFile());
        return file;
    }

    private static Map<String, Object> values(Map<String, Samples> samples) {
        Map<String, Object> values = new LinkedHashMap<>();
        samples.forEach((name, s) -> values.put(name, s.values()));
        return values;
    }

    private static Map<String, Object> fields(Warm.Figures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", figures.name());
        fields.put("cpuPerThousandCalls", figures.cpu());
        fields.put("residentMegabytes", figures.residentMegabytes());
        fields.put("latency", figures.latency().values());
        return fields;
    }
}
