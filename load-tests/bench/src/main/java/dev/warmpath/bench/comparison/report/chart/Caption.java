package dev.warmpath.bench.comparison.report.chart;

/**
 * What is written around a chart.
 *
 * @param id of the chart in its page, and the name of its file
 * @param description for those who cannot see it
 * @param callout the one figure to remember, such as a ratio
 * @param calloutLabel what that figure is of
 */
public record Caption(
        String id,
        String title,
        String subtitle,
        String description,
        String callout,
        String calloutLabel,
        String footer) {}
