package dev.warmpath.bench.comparison.report.chart;

import java.util.List;

/** Sums of the same parts, side by side as bars. */
public record Stacks(Caption caption, Axis axis, List<String> bars, List<Part> parts) {
    private static final int LEFT = 130;
    private static final int RIGHT = Canvas.RIGHT - 90;
    private static final int TOP = Canvas.TOP - 34;
    private static final int HEIGHT = 62;
    private static final int THICK = 46;
    private static final int LINE = 24;

    /** Of the first parts the colours, as Okabe and Ito chose them; they are apart for colour-blind readers too. */
    private static final List<String> COLOURS =
            List.of("#8a939c", "#c0c6cc", "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442");

    /**
     * @param values one for each bar
     * @param texts these values as they are read
     */
    public record Part(String name, List<Double> values, List<String> texts) {}

    public Element svg() {
        Canvas canvas = new Canvas();
        double bottom = TOP + bars.size() * HEIGHT;
        grid(canvas, bottom);
        for (int bar = 0; bar < bars.size(); bar++) {
            draw(canvas, bar, TOP + bar * HEIGHT + (HEIGHT - THICK) / 2.0);
        }
        double legend = bottom + 80;
        legendHeader(canvas, legend);
        for (int part = 0; part < parts.size(); part++) {
            legend(canvas, part, legend + (part + 1) * LINE);
        }
        return canvas.svg(caption, legend + (parts.size() + 1) * LINE);
    }

    private void grid(Canvas canvas, double bottom) {
        for (Axis.Tick tick : axis.ticks()) {
            canvas.line(x(tick.value()), TOP, x(tick.value()), bottom, "wp-grid");
            canvas.text(x(tick.value()), bottom + 20, 13, "wp-soft", "middle", tick.label());
        }
        canvas.text((LEFT + RIGHT) / 2.0, bottom + 44, 14, "wp-ink", "middle", axis.label());
    }

    private void draw(Canvas canvas, int bar, double y) {
        canvas.text(LEFT - 16, y + THICK / 2.0 + 5, 15, "wp-ink", "end", bars.get(bar));
        double sum = 0;
        for (int part = 0; part < parts.size(); part++) {
            double value = parts.get(part).values().get(bar);
            canvas.draw(Element.of("rect")
                    .with("x", x(sum))
                    .with("y", y)
                    .with("width", x(sum + value) - x(sum))
                    .with("height", THICK)
                    .with("fill", colour(part))
                    .with("class", "wp-part"));
            sum += value;
        }
    }

    private void legendHeader(Canvas canvas, double y) {
        for (int bar = 0; bar < bars.size(); bar++) {
            canvas.text(column(bar), y, 13, "wp-soft", "end", bars.get(bar));
        }
    }

    private void legend(Canvas canvas, int part, double y) {
        canvas.draw(Element.of("rect")
                .with("x", LEFT)
                .with("y", y - 12)
                .with("width", 14)
                .with("height", 14)
                .with("fill", colour(part)));
        canvas.text(LEFT + 24, y, 14, "wp-ink", "start", parts.get(part).name());
        for (int bar = 0; bar < bars.size(); bar++) {
            canvas.text(
                    column(bar), y, 14, "wp-ink", "end", parts.get(part).texts().get(bar));
        }
    }

    private static double column(int bar) {
        return LEFT + 480 + bar * 120.0;
    }

    private static String colour(int part) {
        return COLOURS.get(part % COLOURS.size());
    }

    private double x(double value) {
        return LEFT + axis.share(value) * (RIGHT - LEFT);
    }
}
