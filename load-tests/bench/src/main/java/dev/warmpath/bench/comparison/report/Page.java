package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.report.chart.Element;
import java.util.List;
import java.util.Map;

/** Charts and tables as one page of HTML that needs nothing else. */
final class Page {
    private static final String TITLE = "Warmpath against its naive twin";
    private static final String CSS = """
            :root{color-scheme:light dark;--page:#fff;--text:#1b1f24;--mild:#57606a;--rule:#d8dee4}
            body{margin:0 auto;max-width:1040px;padding:24px 20px;background:var(--page);color:var(--text);\
            font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
            h1{font-size:28px;margin:0}h2{font-size:18px;margin:36px 0 8px}p{margin:6px 0;color:var(--mild)}
            figure{margin:28px 0;border:1px solid var(--rule);border-radius:8px;overflow:hidden;break-inside:avoid}
            figure svg{display:block;width:100%;height:auto}
            .wide{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:14px}
            th,td{padding:3px 12px 3px 0;text-align:right;border-bottom:1px solid var(--rule);white-space:nowrap}
            th:first-child,td:first-child{text-align:left}tr{break-inside:avoid}th{color:var(--mild);font-weight:600}
            @media (prefers-color-scheme:dark){:root{--page:#0d1117;--text:#e6edf3;--mild:#9da7b1;--rule:#30363d}}
            @media print{:root{color-scheme:light;--page:#fff;--text:#1b1f24;--mild:#57606a;--rule:#d8dee4}\
            body{max-width:none;padding:0}table{font-size:11px}h2{break-after:avoid}}
            """;

    private Page() {}

    static String of(Comparison comparison, List<Table> tables, Map<String, Element> charts) {
        Element body = Element.of("body")
                .add(Element.of("h1").text(TITLE))
                .add(Element.of("p").text(Charts.footer(comparison) + Charts.quick(comparison)))
                .addAll(charts.values().stream()
                        .map(chart -> Element.of("figure").add(chart))
                        .toList())
                .addAll(tables.stream().map(Page::section).toList());
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                + Element.of("title").text(TITLE)
                + Element.style(CSS)
                + "</head>"
                + body
                + "</html>\n";
    }

    private static Element section(Table table) {
        Element rows = Element.of("tbody")
                .addAll(table.rows().stream().map(row -> row("td", row)).toList());
        return Element.of("section")
                .add(Element.of("h2").text(table.title()))
                .add(Element.of("div")
                        .with("class", "wide")
                        .add(Element.of("table")
                                .add(Element.of("thead").add(row("th", table.header())))
                                .add(rows)))
                .addAll(table.notes().stream()
                        .map(note -> Element.of("p").text(note))
                        .toList());
    }

    private static Element row(String cell, List<String> texts) {
        return Element.of("tr")
                .addAll(texts.stream().map(text -> Element.of(cell).text(text)).toList());
    }
}
