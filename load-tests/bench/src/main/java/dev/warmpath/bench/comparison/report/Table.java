package dev.warmpath.bench.comparison.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows under a header, the first column of which names what a row is about.
 *
 * @param notes sentences that a reader needs to understand the figures
 */
record Table(String title, List<String> header, List<List<String>> rows, List<String> notes) {
    private static final String GAP = "  ";
    private static final int NOTE_WIDTH = 108;

    /** For a terminal. */
    String text() {
        int[] widths = widths();
        return Stream.of(
                        Stream.of(title),
                        Stream.concat(Stream.of(header), rows.stream()).map(row -> line(row, widths)),
                        notes.stream().flatMap(note -> Wrapped.lines(note, NOTE_WIDTH)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n  ", "", "\n"));
    }

    private int[] widths() {
        return IntStream.range(0, header.size())
                .map(column -> Stream.concat(Stream.of(header), rows.stream())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> column == 0
                        ? row.get(column) + pad(row.get(column), widths[column])
                        : pad(row.get(column), widths[column]) + row.get(column))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String pad(String cell, int width) {
        return " ".repeat(width - cell.length());
    }

    String markdown() {
        return Stream.of(
                        Stream.of(
                                "### " + title, "", markdown(header), "|---" + "|---:".repeat(header.size() - 1) + "|"),
                        rows.stream().map(Table::markdown),
                        notes.isEmpty() ? Stream.<String>of() : Stream.of("", escaped(String.join(" ", notes))))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String markdown(List<String> row) {
        return row.stream().map(Table::escaped).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_<>|\\[\\]])", "\\\\$1");
    }
}
