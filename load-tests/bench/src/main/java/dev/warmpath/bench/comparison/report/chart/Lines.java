package dev.warmpath.bench.comparison.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Series of points on two axes.
 *
 * @param bound a value of the second axis that is drawn as a line
 */
public record Lines(Caption caption, Axis across, Axis up, List<Series> series, Optional<Axis.Tick> bound) {
    private static final int LEFT = 92;
    private static final int RIGHT = Canvas.RIGHT - 30;
    private static final int TOP = Canvas.TOP + 4;
    private static final int BOTTOM = 480;

    /** @param marked points with a label of their own */
    public record Series(String name, Mark mark, List<Point> points, List<Label> marked) {}

    public record Point(double across, double up) {}

    public record Label(Point point, String text) {}

    public Element svg() {
        Canvas canvas = new Canvas();
        series.forEach(one -> canvas.legend(one.mark(), one.name()));
        grid(canvas);
        bound.ifPresent(value -> bound(canvas, value));
        series.forEach(one -> line(canvas, one));
        series.forEach(one -> one.marked().forEach(label -> mark(canvas, one.mark(), label)));
        return canvas.svg(caption, BOTTOM + 52);
    }

    private void grid(Canvas canvas) {
        for (Axis.Tick tick : up.ticks()) {
            canvas.line(LEFT, y(tick.value()), RIGHT, y(tick.value()), "wp-grid");
            canvas.text(LEFT - 10, y(tick.value()) + 4, 13, "wp-soft", "end", tick.label());
        }
        for (Axis.Tick tick : across.ticks()) {
            canvas.line(x(tick.value()), TOP, x(tick.value()), BOTTOM, "wp-grid");
            canvas.text(x(tick.value()), BOTTOM + 20, 13, "wp-soft", "middle", tick.label());
        }
        canvas.text((LEFT + RIGHT) / 2.0, BOTTOM + 44, 14, "wp-ink", "middle", across.label());
        canvas.draw(Element.of("text")
                .with("transform", "translate(%d %d) rotate(-90)".formatted(Canvas.LEFT + 12, (TOP + BOTTOM) / 2))
                .with("font-size", 14)
                .with("class", "wp-ink")
                .with("text-anchor", "middle")
                .text(up.label()));
    }

    private void bound(Canvas canvas, Axis.Tick bound) {
        canvas.line(LEFT, y(bound.value()), RIGHT, y(bound.value()), "wp-bound");
        canvas.text(RIGHT, y(bound.value()) - 7, 13, "wp-ink", "end", bound.label());
    }

    private void line(Canvas canvas, Series one) {
        String path = one.points().stream()
                .map(point -> Element.number(x(point.across())) + " " + Element.number(y(point.up())))
                .collect(Collectors.joining("L", "M", ""));
        canvas.draw(Element.of("path")
                .with("d", one.points().isEmpty() ? "" : path)
                .with("class", one.mark().line()));
    }

    private void mark(Canvas canvas, Mark mark, Label label) {
        double x = x(label.point().across());
        double y = y(label.point().up());
        canvas.mark(mark, x, y);
        canvas.text(x, y + (mark == Mark.FIRST ? 22 : -12), 13, "wp-ink", "middle", label.text());
    }

    private double x(double value) {
        return LEFT + across.share(value) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - up.share(value) * (BOTTOM - TOP);
    }
}
