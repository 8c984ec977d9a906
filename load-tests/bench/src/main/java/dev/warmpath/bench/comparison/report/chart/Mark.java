package dev.warmpath.bench.comparison.report.chart;

/** How a series looks: by colour and by shape, so that it is known without seeing colours too. */
public enum Mark {
    FIRST("a"),
    SECOND("b"),
    THIRD("c");

    private final String suffix;

    Mark(String suffix) {
        this.suffix = suffix;
    }

    String fill() {
        return "wp-fill-" + suffix;
    }

    String line() {
        return "wp-line-" + suffix;
    }

    Element at(double x, double y) {
        return switch (this) {
            case FIRST -> Element.of("circle").with("cx", x).with("cy", y).with("r", 5.5);
            case SECOND ->
                Element.of("rect")
                        .with("x", x - 5)
                        .with("y", y - 5)
                        .with("width", 10)
                        .with("height", 10);
            case THIRD ->
                Element.of("path").with("d", "M%s %sl6 11h-12z".formatted(Element.number(x), Element.number(y - 6.5)));
        };
    }
}
