package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.comparison.report.chart.Element;
import dev.warmpath.bench.cost.Prices;
import dev.warmpath.bench.cost.Traffic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run has shown, for a terminal and as files. */
public final class Report {
    private final Comparison comparison;
    private final List<Table> tables;

    private Report(Comparison comparison) {
        this.comparison = comparison;
        tables = Tables.of(comparison);
    }

    /**
     * Costs at the traffic that the comparison assumes.
     *
     * @throws IllegalArgumentException if the run has no rounds, or one that only one side ran
     */
    public static Report of(Results results, Prices prices) {
        return new Report(Comparison.of(results, Pricing.of(prices, Traffic.ASSUMED)));
    }

    /**
     * The raw values of a run that {@link #write} has saved.
     *
     * @throws IllegalArgumentException if the file is no saved run
     */
    public static Results read(Path file) throws IOException {
        return Document.read(file);
    }

    /** All tables, in lines of 110 characters at most. */
    public void print(PrintWriter out) {
        tables.forEach(table -> out.println("\n" + table.text()));
        out.flush();
    }

    /** Whether another run's ratios lie within the spread that both state. */
    String against(Report other) {
        return Agreement.of(comparison.headline(), other.comparison.headline()).text();
    }

    /** Writes {@code latest.json}, and what {@link #draw} does. */
    public void write(Path folder) throws IOException {
        Document.write(comparison, folder.resolve("latest.json"));
        draw(folder);
    }

    /** Writes {@code latest.md}, {@code latest.html} and each of its charts as an {@code .svg} of its own. */
    public void draw(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Element> charts = Charts.of(comparison);
        Files.writeString(folder.resolve("latest.md"), markdown());
        Files.writeString(folder.resolve("latest.html"), Page.of(comparison, tables, charts));
        for (Map.Entry<String, Element> chart : charts.entrySet()) {
            Files.writeString(folder.resolve(chart.getKey() + ".svg"), chart.getValue() + "\n");
        }
    }

    private String markdown() {
        return tables.stream().map(Table::markdown).collect(Collectors.joining("\n"));
    }
}
