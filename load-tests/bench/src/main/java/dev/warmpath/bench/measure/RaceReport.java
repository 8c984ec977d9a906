package dev.warmpath.bench.measure;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.measure.Race.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What races have shown, as a table for people and as JSON with each value. */
public record RaceReport(List<Race> races) {
    public String table() {
        StringBuilder table = new StringBuilder();
        for (Race race : races) {
            table.append("\n%s%n".formatted(race.name()));
            race.results().forEach(result -> line(table, result, race.results().getFirst()));
        }
        return table.toString();
    }

    private static void line(StringBuilder table, Result result, Result reference) {
        Samples latency = result.latency();
        table.append("  %-34s p50 %9.4f ms  p90 %9.4f  p99 %9.4f  CPU %,8.0f ms per 1,000  (%,d)%n"
                .formatted(
                        result.name(),
                        latency.median(),
                        latency.p90(),
                        latency.p99().orElse(Double.NaN),
                        result.cpu(),
                        latency.count()));
        if (result != reference) {
            table.append("  %-34s %.4f x the first at p50, by round %.4f to %.4f (%d rounds); %+.4f ms%n"
                    .formatted(
                            "",
                            result.ratios().median(),
                            result.ratios().lowest(),
                            result.ratios().highest(),
                            result.ratios().count(),
                            latency.median() - reference.latency().median()));
        }
    }

    /** Writes every value, and which machine they are from. */
    public Path write(Path file) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("measuredAt", Instant.now().toString());
        document.put("machine", Machine.description());
        document.put("unit", "milliseconds");
        document.put("races", fields());
        Files.createDirectories(file.getParent());
        JSON.std.write(document, file.toFile());
        return file;
    }

    public List<Map<String, Object>> fields() {
        return races.stream().map(RaceReport::fields).toList();
    }

    private static Map<String, Object> fields(Race race) {
        return Map.of(
                "name",
                race.name(),
                "ways",
                race.results().stream().map(RaceReport::fields).toList());
    }

    private static Map<String, Object> fields(Result result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", result.name());
        fields.put("cpuPerThousandCalls", result.cpu());
        fields.put("ratios", result.ratios().values());
        fields.put("latency", result.latency().values());
        return fields;
    }
}
