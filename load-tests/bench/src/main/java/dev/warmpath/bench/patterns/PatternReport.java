package dev.warmpath.bench.patterns;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.measure.Machine;
import dev.warmpath.bench.measure.Race.Result;
import dev.warmpath.bench.measure.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What patterns are worth, as a table for people and as JSON with each value. */
record PatternReport(Instant measuredAt, List<PatternResult> results) {
    private static final String PATTERNS = "patterns";

    String table() {
        StringBuilder table = new StringBuilder();
        results.forEach(result -> lines(table, result));
        return table.toString();
    }

    private static void lines(StringBuilder table, PatternResult result) {
        table.append(
                "%n%s: pays: %s. %s%n".formatted(result.name(), result.pays().text(), result.question()));
        for (Trial trial : result.trials()) {
            table.append("  %s%n".formatted(trial.race().name()));
            trial.race().results().forEach(way -> lines(table, trial, way));
        }
    }

    private static void lines(StringBuilder table, Trial trial, Result way) {
        table.append("    %s (%,d calls)%n".formatted(way.name(), way.latency().count()));
        for (Figure figure : Figure.values()) {
            String ratio = way == trial.without() ? "" : Numbers.ratio(trial.ratio(figure, way));
            String mark = figure == trial.main() ? "*" : "";
            String value = Numbers.value(trial.value(figure, way), figure.unit());
            table.append("      %-18s%16s  %s"
                            .formatted(figure.title() + mark, value, ratio)
                            .stripTrailing())
                    .append(System.lineSeparator());
        }
    }

    /** Writes every value, and when and on which machine it was measured; patterns in the file that are not of this report stay. */
    Path write(Path file) throws IOException {
        Map<String, Object> byName = Files.exists(file) ? patterns(file) : new LinkedHashMap<>();
        results.forEach(result -> byName.put(result.name(), fields(result)));
        Files.createDirectories(file.getParent());
        JSON.std.write(Map.of(PATTERNS, byName), file.toFile());
        return file;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> patterns(Path file) throws IOException {
        return (Map<String, Object>) JSON.std.mapFrom(file.toFile()).get(PATTERNS);
    }

    private Map<String, Object> fields(PatternResult result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("measuredAt", measuredAt.toString());
        fields.put("machine", Machine.description());
        fields.put("question", result.question());
        fields.put("pays", result.pays().text());
        fields.put("trials", result.trials().stream().map(PatternReport::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(Trial trial) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("setting", trial.race().name());
        fields.put("main", trial.main().key());
        fields.put(
                "ways",
                trial.race().results().stream().map(way -> fields(trial, way)).toList());
        return fields;
    }

    private static Map<String, Object> fields(Trial trial, Result way) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", way.name());
        for (Figure figure : Figure.values()) {
            Optional<Double> value = trial.value(figure, way);
            value.ifPresent(number -> fields.put(figure.key(), figure(number, trial.ratio(figure, way))));
        }
        fields.put("latencies", way.latency().values());
        fields.put("rounds", way.rounds().stream().map(PatternReport::fields).toList());
        return fields;
    }

    private static Map<String, Object> figure(double value, Optional<Ratio> ratio) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", value);
        ratio.ifPresent(r -> fields.put("ratio", Map.of("median", r.median(), "low", r.low(), "high", r.high())));
        return fields;
    }

    private static Map<String, Object> fields(Round round) {
        return Map.of(
                "calls", round.calls(),
                "medianMilliseconds", round.median(),
                "cpuMilliseconds", round.cpu().toMillis(),
                "billedMilliseconds", round.used().billed().toMillis(),
                "serviceCalls", round.used().calls(),
                "queueRequests", round.used().queueRequests(),
                "readUnits", round.used().readUnits(),
                "writeUnits", round.used().writeUnits());
    }
}
