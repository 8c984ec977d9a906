package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.report.chart.Axis;
import dev.warmpath.bench.comparison.report.chart.Caption;
import dev.warmpath.bench.comparison.report.chart.Dots;
import dev.warmpath.bench.comparison.report.chart.Element;
import dev.warmpath.bench.comparison.report.chart.Mark;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Starts of each function: cold on both sides, and parked restores of the optimised one. */
record StartsChart(Comparison comparison) {
    Element svg() {
        List<Dots.Row> rows =
                comparison.starts().functions().stream().map(StartsChart::row).toList();
        double[] values = rows.stream()
                .flatMap(row -> row.values().values().stream())
                .mapToDouble(value -> value)
                .sorted()
                .toArray();
        return new Dots(
                        new Caption(
                                "starts",
                                "Starts of each function",
                                "Medians to the first answer; ratios are of cold starts on demand, optimised to naive",
                                "Median cold starts of %d functions on both sides, and parked restores of the optimised side."
                                        .formatted(rows.size()),
                                Format.ratio(comparison
                                        .headline()
                                        .starts()
                                        .get("cold")
                                        .ratio()),
                                "cold starts, geometric mean",
                                Charts.footer(comparison)),
                        Axis.logarithmic("milliseconds (logarithmic)", values[0], values[values.length - 1]),
                        new EnumMap<>(Map.of(
                                Mark.FIRST,
                                "cold, optimised",
                                Mark.SECOND,
                                "cold, naive twin",
                                Mark.THIRD,
                                "parked restore, optimised (without the platform's snapshot load)")),
                        rows)
                .svg();
    }

    private static Dots.Row row(FunctionStarts function) {
        Map<Mark, Double> values = new EnumMap<>(Mark.class);
        function.medianCold(Side.OPTIMISED).ifPresent(median -> values.put(Mark.FIRST, median));
        function.medianCold(Side.BASELINE).ifPresent(median -> values.put(Mark.SECOND, median));
        function.medianRestore().ifPresent(median -> values.put(Mark.THIRD, median));
        return new Dots.Row(
                function.function(),
                values,
                Format.ratio(Both.of(function::medianCold).ratio(median -> median)));
    }
}
