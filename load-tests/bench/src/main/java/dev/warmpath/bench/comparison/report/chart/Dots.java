package dev.warmpath.bench.comparison.report.chart;

import java.util.List;
import java.util.Map;

/** Several values of each of many things, on one axis. */
public record Dots(Caption caption, Axis axis, Map<Mark, String> names, List<Row> rows) {
    private static final int LEFT = 190;
    private static final int RIGHT = Canvas.RIGHT - 90;
    private static final int HEIGHT = 26;

    /** @param note at its end, such as a ratio */
    public record Row(String label, Map<Mark, Double> values, String note) {}

    public Element svg() {
        Canvas canvas = new Canvas();
        names.forEach(canvas::legend);
        double bottom = Canvas.TOP + rows.size() * HEIGHT;
        for (Axis.Tick tick : axis.ticks()) {
            canvas.line(x(tick.value()), Canvas.TOP - 8, x(tick.value()), bottom, "wp-grid");
            canvas.text(x(tick.value()), bottom + 20, 13, "wp-soft", "middle", tick.label());
        }
        canvas.text((LEFT + RIGHT) / 2.0, bottom + 44, 14, "wp-ink", "middle", axis.label());
        for (int at = 0; at < rows.size(); at++) {
            draw(canvas, rows.get(at), Canvas.TOP + at * HEIGHT + HEIGHT / 2.0);
        }
        return canvas.svg(caption, bottom + 52);
    }

    private void draw(Canvas canvas, Row row, double y) {
        canvas.text(LEFT - 16, y + 5, 14, "wp-ink", "end", row.label());
        double least = row.values().values().stream().min(Double::compare).orElse(axis.from());
        double most = row.values().values().stream().max(Double::compare).orElse(axis.from());
        canvas.line(x(least), y, x(most), y, "wp-axis");
        row.values().forEach((mark, value) -> canvas.mark(mark, x(value), y));
        canvas.strong(Canvas.RIGHT, y + 5, 14, "end", row.note());
    }

    private double x(double value) {
        return LEFT + axis.share(value) * (RIGHT - LEFT);
    }
}
