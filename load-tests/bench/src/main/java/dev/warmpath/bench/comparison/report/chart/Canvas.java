package dev.warmpath.bench.comparison.report.chart;

import java.util.ArrayList;
import java.util.List;

/** What a chart draws on, with what is written around it. */
final class Canvas {
    static final int WIDTH = 960;
    static final int LEFT = 24;
    static final int RIGHT = WIDTH - LEFT;

    /** Where the chart itself may begin, below title and legend. */
    static final int TOP = 124;

    private static final int LEGEND = 94;
    private static final int FOOTER = 36;
    private static final double CHARACTER = 7.2;

    private final List<Element> elements = new ArrayList<>();
    private double legendEnd = LEFT;

    void draw(Element element) {
        elements.add(element);
    }

    void text(double x, double y, int size, String look, String anchor, String text) {
        draw(Element.of("text")
                .with("x", x)
                .with("y", y)
                .with("font-size", size)
                .with("class", look)
                .with("text-anchor", anchor)
                .text(text));
    }

    void strong(double x, double y, int size, String anchor, String text) {
        draw(Element.of("text")
                .with("x", x)
                .with("y", y)
                .with("font-size", size)
                .with("font-weight", 700)
                .with("class", "wp-ink")
                .with("text-anchor", anchor)
                .text(text));
    }

    void line(double fromX, double fromY, double toX, double toY, String look) {
        draw(Element.of("line")
                .with("x1", fromX)
                .with("y1", fromY)
                .with("x2", toX)
                .with("y2", toY)
                .with("class", look));
    }

    void bar(double x, double y, double width, double height, String look) {
        draw(Element.of("rect")
                .with("x", x)
                .with("y", y)
                .with("width", Math.max(width, 1))
                .with("height", height)
                .with("class", look));
    }

    void mark(Mark mark, double x, double y) {
        draw(mark.at(x, y).with("class", mark.fill()));
    }

    void legend(Mark mark, String name) {
        mark(mark, legendEnd + 6, LEGEND - 5);
        text(legendEnd + 18, LEGEND, 14, "wp-ink", "start", name);
        legendEnd += 42 + CHARACTER * name.length();
    }

    Element svg(Caption caption, double height) {
        double whole = height + FOOTER;
        Element svg = Element.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 %d %s".formatted(WIDTH, Element.number(whole)))
                .with("class", "wp")
                .with("role", "img")
                .with("aria-labelledby", caption.id() + "-title " + caption.id() + "-desc")
                .add(Element.of("title").with("id", caption.id() + "-title").text(caption.title()))
                .add(Element.of("desc").with("id", caption.id() + "-desc").text(caption.description()))
                .add(Element.style(Style.CSS))
                .add(Element.of("rect")
                        .with("width", WIDTH)
                        .with("height", whole)
                        .with("class", "wp-ground"));
        around(caption, whole);
        return svg.addAll(elements);
    }

    private void around(Caption caption, double height) {
        strong(LEFT, 38, 22, "start", caption.title());
        text(LEFT, 62, 14, "wp-soft", "start", caption.subtitle());
        strong(RIGHT, 46, 34, "end", caption.callout());
        text(RIGHT, 66, 13, "wp-soft", "end", caption.calloutLabel());
        text(LEFT, height - 12, 11, "wp-soft", "start", caption.footer());
    }
}
