package dev.warmpath.bench.patterns;

import static dev.warmpath.bench.patterns.Trials.latencies;
import static dev.warmpath.bench.patterns.Trials.result;
import static dev.warmpath.bench.patterns.Trials.way;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternReportTest {
    private final PatternReport report = new PatternReport(
            Instant.parse("2026-11-20T20:00:00Z"),
            List.of(result(latencies(way("no cache", 2, 2), way("cache", 0.25, 0.5)))));

    @Test
    void theTableSaysWhetherAPatternPaysAndMarksTheFigureItIsFor() {
        assertThat(report.table().lines())
                .contains("l1-cache: pays: yes. What does it save?", "  warm", "    no cache (2 calls)")
                .contains("      latency p50*               2.00 ms")
                .contains("      latency p50*              0.250 ms  0.125x (0.125 to 0.250)")
                .contains("      calls                            –  –");
    }

    @Test
    void theJsonHasEachRoundAndOnlyFiguresThatApply(@TempDir Path folder) throws IOException {
        Map<String, Object> document = JSON.std.mapFrom(
                report.write(folder.resolve("bench/patterns.json")).toFile());

        Map<String, Object> pattern = map(map(document.get("patterns")).get("l1-cache"));
        Map<String, Object> trial = first(pattern, "trials");
        Map<String, Object> with = map(((List<?>) trial.get("ways")).getLast());
        assertThat(pattern)
                .containsEntry("measuredAt", "2026-11-20T20:00:00Z")
                .containsKey("machine")
                .containsEntry("pays", "yes");
        assertThat(trial).containsEntry("setting", "warm").containsEntry("main", "latency");
        assertThat(with)
                .containsEntry("latencies", List.of(0.25, 0.5))
                .containsEntry(
                        "latency", Map.of("value", 0.25, "ratio", Map.of("median", 0.125, "low", 0.125, "high", 0.25)))
                .doesNotContainKeys("calls", "readUnits", "writeUnits", "cost");
        assertThat((List<?>) with.get("rounds")).hasSize(2);
    }

    @Test
    void theJsonKeepsPatternsThatWereMeasuredBefore(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("patterns.json");
        Trial other = latencies(way("list", 2, 2), way("set", 1, 1));
        new PatternReport(
                        Instant.EPOCH,
                        List.of(result(other), new PatternResult("set-not-list", "Is it?", List.of(other))))
                .write(file);

        report.write(file);

        Map<String, Object> patterns = map(JSON.std.mapFrom(file.toFile()).get("patterns"));
        assertThat(patterns).containsOnlyKeys("l1-cache", "set-not-list");
        assertThat(map(patterns.get("l1-cache"))).containsEntry("measuredAt", "2026-11-20T20:00:00Z");
        assertThat(map(patterns.get("set-not-list"))).containsEntry("measuredAt", "1970-01-01T00:00:00Z");
    }

    private static Map<String, Object> first(Map<String, Object> from, String key) {
        return map(((List<?>) from.get(key)).getFirst());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
