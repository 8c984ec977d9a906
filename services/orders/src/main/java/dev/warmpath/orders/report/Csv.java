package dev.warmpath.orders.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Comma-separated values.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
record Csv(Writer out) {
    private static final String LINE_END = "\r\n";

    /** What makes a spreadsheet take the text of a cell for a formula, which could then send others' cells away. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    /** Writes a row; texts that a spreadsheet would take for formulas get an apostrophe in front. */
    void row(Object... cells) throws IOException {
        out.write(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", LINE_END)));
    }

    private static String cell(Object value) {
        return value instanceof Number number ? number.toString() : quoted(harmless(value.toString()));
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
