package dev.warmpath.bench.comparison.report.chart;

import java.util.List;

/** Two bars for each of several quantities, each pair with a scale of its own, and their ratio. */
public record BarPairs(Caption caption, String firstName, String secondName, List<Row> rows) {
    private static final int BARS = 300;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 58;
    private static final int THICK = 18;

    /** One quantity, with its values as they are read. */
    public record Row(
            String label,
            String note,
            double first,
            double second,
            String firstText,
            String secondText,
            String ratio) {}

    public Element svg() {
        Canvas canvas = new Canvas();
        canvas.legend(Mark.FIRST, firstName);
        canvas.legend(Mark.SECOND, secondName);
        for (int at = 0; at < rows.size(); at++) {
            draw(canvas, rows.get(at), Canvas.TOP + at * HEIGHT);
        }
        return canvas.svg(caption, Canvas.TOP + rows.size() * HEIGHT);
    }

    private static void draw(Canvas canvas, Row row, double y) {
        double most = Math.max(row.first(), row.second());
        canvas.strong(Canvas.LEFT, y + 18, 16, "start", row.label());
        canvas.text(Canvas.LEFT, y + 36, 12, "wp-soft", "start", row.note());
        bar(canvas, Mark.FIRST, row.first() / most, row.firstText(), y);
        bar(canvas, Mark.SECOND, row.second() / most, row.secondText(), y + THICK + 2);
        canvas.strong(Canvas.RIGHT, y + 28, 24, "end", row.ratio());
    }

    private static void bar(Canvas canvas, Mark mark, double share, String text, double y) {
        canvas.bar(BARS, y, share * WIDTH, THICK, mark.fill());
        canvas.text(BARS + share * WIDTH + 8, y + 14, 13, "wp-ink", "start", text);
    }
}
