package dev.warmpath.bench.comparison.report.chart;

/** Colours that differ for colour-blind readers too (after Okabe and Ito), on light and on dark ground. */
final class Style {
    static final String CSS = """
            .wp{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;--ground:#fff;--ink:#1b1f24;\
            --soft:#57606a;--grid:#d8dee4;--a:#0072b2;--b:#d55e00;--c:#007a5a}
            .wp-ground{fill:var(--ground)}.wp-ink{fill:var(--ink)}.wp-soft{fill:var(--soft)}
            .wp-grid{stroke:var(--grid);stroke-width:1}.wp-axis{stroke:var(--soft);stroke-width:1}
            .wp-bound{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:6 4}
            .wp-fill-a{fill:var(--a)}.wp-fill-b{fill:var(--b)}.wp-fill-c{fill:var(--c)}
            .wp-line-a,.wp-line-b,.wp-line-c{fill:none;stroke-width:2.5;stroke-linejoin:round}
            .wp-line-a{stroke:var(--a)}.wp-line-b{stroke:var(--b);stroke-dasharray:9 4}.wp-line-c{stroke:var(--c)}
            .wp-part{stroke:var(--ground);stroke-width:1}
            @media (prefers-color-scheme:dark){.wp{--ground:#0d1117;--ink:#e6edf3;--soft:#9da7b1;--grid:#30363d;--a:#56b4e9;\
            --b:#f0a03c;--c:#3fc79a}}
            @media print{.wp{--ground:#fff;--ink:#1b1f24;--soft:#57606a;--grid:#d8dee4;--a:#0072b2;--b:#d55e00;--c:#007a5a}}
            """;

    private Style() {}
}
