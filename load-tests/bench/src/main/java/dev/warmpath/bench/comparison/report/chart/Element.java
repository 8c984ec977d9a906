package dev.warmpath.bench.comparison.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An element of SVG or HTML that escapes what is put into it. */
public final class Element {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<String> content = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    public static Element of(String name) {
        return new Element(name);
    }

    public Element with(String attribute, Object value) {
        attributes.put(attribute, value.toString());
        return this;
    }

    /** Positions need no more than hundredths of a pixel. */
    Element with(String attribute, double value) {
        return with(attribute, number(value));
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    public Element text(String text) {
        content.add(escaped(text));
        return this;
    }

    public Element add(Element... children) {
        return addAll(List.of(children));
    }

    public Element addAll(List<Element> children) {
        children.forEach(child -> content.add(child.toString()));
        return this;
    }

    /** A style sheet, whose text is the code's own: HTML does not unescape it. */
    public static Element style(String css) {
        Element style = of("style");
        style.content.add(css);
        return style;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(Element::isAllowed).forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    /** XML has no way to write other control characters. */
    private static boolean isAllowed(int character) {
        return character >= ' ' || character == '\n' || character == '\t';
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) -> text.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        return text.append('>')
                .append(String.join("", content))
                .append("</")
                .append(name)
                .append('>')
                .toString();
    }
}
