package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.report.chart.BarPairs;
import dev.warmpath.bench.comparison.report.chart.Caption;
import dev.warmpath.bench.comparison.report.chart.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A comparison in pictures, by the names of their files. */
final class Charts {
    static final String OPTIMISED = "optimised";
    static final String BASELINE = "naive twin";

    private final Comparison comparison;

    private Charts(Comparison comparison) {
        this.comparison = comparison;
    }

    static Map<String, Element> of(Comparison comparison) {
        Charts charts = new Charts(comparison);
        Map<String, Element> all = new LinkedHashMap<>();
        all.put("headline", charts.headline());
        for (SettingResults setting : comparison.settings()) {
            String suffix = setting == comparison.settings().getFirst() ? "" : "-modelled";
            SettingCharts of = new SettingCharts(setting, comparison, suffix);
            of.latencies().ifPresent(chart -> all.put("latency" + suffix, chart));
            all.put("routes" + suffix, of.routes());
            of.throughput().ifPresent(chart -> all.put("throughput" + suffix, chart));
            all.put("cost" + suffix, of.cost());
        }
        if (!comparison.starts().functions().isEmpty()) {
            all.put("starts", new StartsChart(comparison).svg());
        }
        return all;
    }

    private Element headline() {
        SettingResults setting = comparison.settings().getFirst();
        Map<String, Figure> figures = comparison.headline().figures();
        List<BarPairs.Row> rows = figures.entrySet().stream()
                .flatMap(figure -> row(figure.getKey(), figure.getValue()))
                .toList();
        return new BarPairs(
                        new Caption(
                                "headline",
                                "The same API, optimised and naive",
                                "Optimised to naive, over the whole mix: " + setting.label() + quick(comparison),
                                description(rows),
                                "",
                                "",
                                footer(comparison)),
                        OPTIMISED,
                        BASELINE,
                        rows)
                .svg();
    }

    private static String description(List<BarPairs.Row> rows) {
        return rows.stream()
                .map(row ->
                        "%s: %s against %s, %s.".formatted(row.label(), row.firstText(), row.secondText(), row.ratio()))
                .reduce("", (text, row) -> text.isEmpty() ? row : text + " " + row);
    }

    private Stream<BarPairs.Row> row(String name, Figure figure) {
        return figure.ratio().stream().mapToObj(ratio -> {
            Wording wording = Wording.of(name, comparison);
            return new BarPairs.Row(
                    wording.label(),
                    wording.note(),
                    figure.optimised().getAsDouble(),
                    figure.baseline().getAsDouble(),
                    wording.value(figure.optimised()),
                    wording.value(figure.baseline()),
                    Format.ratio(OptionalDouble.of(ratio)));
        });
    }

    static String quick(Comparison comparison) {
        return comparison.results().quick() ? " (short run, no proof)" : "";
    }

    /** When, and on which machine. */
    static String footer(Comparison comparison) {
        List<String> parts =
                new ArrayList<>(List.of("Measured " + comparison.results().measuredAt()));
        Map<String, Object> machine = comparison.results().machine();
        Stream.of("processors", "architecture", "os", "java")
                .filter(machine::containsKey)
                .map(key -> key.equals("processors")
                        ? machine.get(key) + " processors"
                        : machine.get(key).toString())
                .forEach(parts::add);
        return String.join(" · ", parts);
    }
}
