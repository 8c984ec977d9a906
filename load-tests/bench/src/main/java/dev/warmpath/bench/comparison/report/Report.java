package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Results;
import dev.warmpath.bench.cost.Prices;
import dev.warmpath.bench.cost.Traffic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** All tables, in lines of 110 characters at most. */
    public void print(PrintWriter out) {
        tables.forEach(table -> out.println("\n" + table.text()));
        out.flush();
    }

    /** Writes {@code latest.json}, {@code latest.md}, {@code latest.html} and its charts as {@code .svg}. */
    public void write(Path folder) throws IOException {
        Document.write(comparison, folder.resolve("latest.json"));
        Files.writeString(
                folder.resolve("latest.md"),
                tables.stream().map(Table::markdown).collect(Collectors.joining("\n")));
    }
}
