package dev.warmpath.bench.comparison.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The ratios, and how far each moves. */
final class HeadlineTables {
    private static final List<String> HEADER =
            List.of("optimised to baseline", "optimised", "baseline", "ratio", "rounds", "95 % interval");
    private static final String SPREAD =
            "Rounds: the lowest and highest ratio of a round by itself. Interval: 95 % of the ratios of "
                    + "rounds drawn anew with replacement.";
    private static final String PARKED =
            "Restore: of a parked JVM, without the platform's snapshot load, to the twin's "
                    + "cold start, as the twin has no SnapStart. Starts are geometric means of the functions' medians.";
    private static final String PARTS =
            "Without Scans: ListUsers and ListOrders taken out of what was measured; throughput is then per second that "
                    + "callers waited for the others, and Scans still load the machine meanwhile. "
                    + "Over routes: the geometric mean, each route counts alike.";

    private HeadlineTables() {}

    static List<Table> of(Comparison comparison) {
        List<Table> tables = new ArrayList<>();
        Headline headline = comparison.headline();
        headline.settings().forEach(setting -> tables.add(table(comparison, setting)));
        tables.add(new Table("Starts", HEADER, rows(headline.starts(), comparison, ""), List.of(PARKED)));
        return tables;
    }

    private static Table table(Comparison comparison, Figures setting) {
        return new Table(
                "Headline: %s, %s%s"
                        .formatted(
                                Format.name(setting.setting()),
                                Format.name(setting.model()),
                                comparison.results().quick() ? " (short run, no proof)" : ""),
                HEADER,
                Stream.of(
                                rows(setting.whole(), comparison, ""),
                                rows(setting.withoutScans(), comparison, ", without Scans"),
                                rows(setting.overRoutes(), comparison, ", over routes"))
                        .flatMap(List::stream)
                        .toList(),
                List.of(SPREAD, PARTS));
    }

    private static List<List<String>> rows(Map<String, Figure> figures, Comparison comparison, String suffix) {
        return figures.entrySet().stream()
                .map(figure -> row(label(figure.getKey(), comparison) + suffix, figure.getValue()))
                .toList();
    }

    private static List<String> row(String label, Figure figure) {
        return List.of(
                label,
                Format.number(figure.optimised()),
                Format.number(figure.baseline()),
                Format.ratio(figure.ratio()),
                Format.range(figure.rounds()),
                Format.range(figure.interval()));
    }

    private static String label(String name, Comparison comparison) {
        return switch (name) {
            case "p99" -> "p99, ms";
            case "mean" -> "mean, ms";
            case "throughput" ->
                "requests/s with p99 <= %s ms"
                        .formatted(Format.number(
                                Plan.boundMilliseconds(comparison.results().plan())));
            case "cost" -> "$ per million requests";
            case "costWithoutFixed" -> "$ without fixed charges";
            case "cold" -> "cold start on demand, ms";
            default -> "parked restore / cold start, ms";
        };
    }
}
