package dev.warmpath.bench.comparison.report;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.bench.comparison.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A run as JSON: its raw values under the names that {@link Results} has, and what was computed from them. */
final class Document {
    private static final JSON WRITER = JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private Document() {}

    static void write(Comparison comparison, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        WRITER.write(fields(comparison), file.toFile());
    }

    /**
     * The raw values of a file that {@link #write} has left.
     *
     * @throws IllegalArgumentException if it holds none
     */
    static Results read(Path file) throws IOException {
        Results results = JSON.std.beanFrom(Results.class, file.toFile());
        if (results.rounds() == null
                || results.starts() == null
                || results.artefacts() == null
                || results.plan() == null) {
            throw new IllegalArgumentException(
                    file
                            + " is no saved run; name a file that ./warmpath bench has written, such as target/bench/latest.json.");
        }
        return results;
    }

    private static Map<String, Object> fields(Comparison comparison) {
        Results results = comparison.results();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("measuredAt", results.measuredAt());
        fields.put("quick", results.quick());
        fields.put("machine", results.machine());
        fields.put("plan", results.plan());
        fields.put("headline", comparison.headline().fields());
        fields.put("routes", bySetting(comparison, Document::routes));
        fields.put("throughput", bySetting(comparison, Document::levels));
        fields.put("usagePerRequest", bySetting(comparison, Document::usage));
        fields.put("cost", bySetting(comparison, SettingResults::cost));
        fields.put("starts", results.starts());
        fields.put("artefacts", results.artefacts());
        fields.put("rounds", results.rounds());
        return fields;
    }

    private static Map<String, Object> bySetting(Comparison comparison, Function<SettingResults, Object> what) {
        Map<String, Object> fields = new LinkedHashMap<>();
        comparison
                .settings()
                .forEach(setting -> fields.put(setting.figures().setting().name(), what.apply(setting)));
        return fields;
    }

    private static List<Map<String, Object>> routes(SettingResults setting) {
        return setting.routes().stream().map(Document::route).toList();
    }

    private static List<Map<String, Object>> levels(SettingResults setting) {
        return setting.levels().stream().map(Document::level).toList();
    }

    private static Map<String, Object> route(RouteLatencies route) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("route", route.route());
        fields.put("optimised", latencies(route.sides().optimised()));
        fields.put("baseline", latencies(route.sides().baseline()));
        fields.put("p99Ratio", value(route.p99Ratio()));
        fields.put("meanRatio", value(route.meanRatio()));
        return fields;
    }

    private static Map<String, Object> level(Level level) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("callers", level.callers());
        fields.put("perSecond", level.perSecond());
        fields.put("optimised", latencies(level.latencies().optimised()));
        fields.put("baseline", latencies(level.latencies().baseline()));
        return fields;
    }

    private static Map<String, Object> latencies(Latencies latencies) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("samples", latencies.count());
        fields.put("mean", value(latencies.mean()));
        for (int percent : List.of(50, 90, 99)) {
            fields.put("p" + percent, value(latencies.percentile(percent)));
        }
        return fields;
    }

    private static Map<String, Object> usage(SettingResults setting) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Use.ALL.forEach(use -> fields.put(use.name(), setting.usage().map(use.perRequest()::applyAsDouble)));
        return fields;
    }

    private static Double value(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
