package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.Artefact;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.cost.Cost;
import dev.warmpath.bench.cost.Item;
import dev.warmpath.bench.usage.FunctionUsage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What a comparison has shown, in tables. */
final class Tables {
    private static final String FEW =
            "No percentile is taken from fewer than " + Latencies.LEAST_FOR_PERCENTILES + " samples.";
    private static final String PAIRS = "Pairs: optimised / baseline. Ratios: optimised to baseline.";
    private static final double BYTES_IN_A_MEGABYTE = 1e6;

    private Tables() {}

    static List<Table> of(Comparison comparison) {
        List<Table> tables = new ArrayList<>(HeadlineTables.of(comparison));
        for (SettingResults setting : comparison.settings()) {
            tables.add(routes(setting));
            tables.add(throughput(setting));
        }
        tables.add(starts(comparison.starts()));
        for (SettingResults setting : comparison.settings()) {
            tables.add(usage(setting));
            tables.add(functions(setting));
            tables.add(cost(setting));
        }
        tables.add(orders(comparison.settings()));
        tables.add(artefacts(comparison.results().artefacts()));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private static Table routes(SettingResults setting) {
        Stream<RouteLatencies> all = Stream.concat(
                Stream.of(new RouteLatencies("whole mix", setting.latencies())), setting.routes().stream());
        return new Table(
                "Latency by route, ms: " + setting.label(),
                List.of("", "n", "p50", "p90", "p99", "mean", "p99 ratio", "mean ratio"),
                all.map(Tables::route).toList(),
                List.of(PAIRS, FEW));
    }

    private static List<String> route(RouteLatencies route) {
        Both<Latencies> sides = route.sides();
        return List.of(
                route.route(),
                Format.counts(sides.map(Latencies::count)),
                percentiles(sides, 50),
                percentiles(sides, 90),
                percentiles(sides, 99),
                Format.both(sides.map(Latencies::mean)),
                Format.ratio(route.p99Ratio()),
                Format.ratio(route.meanRatio()));
    }

    private static String percentiles(Both<Latencies> sides, double percent) {
        Both<OptionalDouble> values = sides.map(side -> side.percentile(percent));
        return values.optimised().isEmpty() && values.baseline().isEmpty() ? Format.NONE : Format.both(values);
    }

    private static Table throughput(SettingResults setting) {
        return new Table(
                "Throughput, closed model: " + Format.name(setting.figures().setting()),
                List.of("callers", "requests/s", "ratio", "p99, ms", "mean, ms", "n"),
                setting.levels().stream().map(Tables::level).toList(),
                List.of(PAIRS, FEW));
    }

    private static List<String> level(Level level) {
        return List.of(
                Integer.toString(level.callers()),
                Format.both(level.perSecond().map(OptionalDouble::of)),
                Format.ratio(level.perSecond().ratio(OptionalDouble::of)),
                Format.both(level.p99()),
                Format.both(level.latencies().map(Latencies::mean)),
                Format.counts(level.latencies().map(Latencies::count)));
    }

    private static Table starts(Starts starts) {
        return new Table(
                "Starts by function, medians in ms to the first answer",
                List.of("", "cold", "ratio", "n", "parked restore", "to the twin's cold", "n"),
                starts.functions().stream().map(Tables::start).toList(),
                List.of(
                        PAIRS,
                        "Cold: a new JVM on demand. Parked restore: of a parked JVM, without the platform's snapshot load;"
                                + " the twin has no SnapStart."));
    }

    private static List<String> start(FunctionStarts function) {
        Both<OptionalDouble> cold = Both.of(function::medianCold);
        return List.of(
                function.function(),
                Format.both(cold),
                Format.ratio(cold.ratio(median -> median)),
                Format.counts(Both.of((Side side) -> (long) function.cold(side).size())),
                Format.number(function.medianRestore()),
                Format.ratio(Figure.quotient(function.medianRestore(), cold.baseline())),
                Format.count(function.restored().size()));
    }

    private static Table usage(SettingResults setting) {
        return new Table(
                "Use per request: " + setting.label(),
                List.of("", "optimised", "baseline", "ratio"),
                Use.ALL.stream()
                        .map(use -> row(
                                use.name(),
                                setting.usage()
                                        .map(usage -> OptionalDouble.of(
                                                use.perRequest().applyAsDouble(usage)))))
                        .toList(),
                List.of("With the work of queues and streams that the requests left behind."));
    }

    private static List<String> row(String name, Both<OptionalDouble> values) {
        return List.of(
                name,
                Format.number(values.optimised()),
                Format.number(values.baseline()),
                Format.ratio(values.ratio(value -> value)));
    }

    private static Table functions(SettingResults setting) {
        TreeSet<String> names =
                new TreeSet<>(setting.usage().optimised().functions().keySet());
        names.addAll(setting.usage().baseline().functions().keySet());
        return new Table(
                "Functions: " + setting.label(),
                List.of("", "memory, MB", "most resident, MB", "invocations", "billed ms each", "store calls each"),
                names.stream().map(name -> function(name, setting)).toList(),
                List.of(PAIRS));
    }

    private static List<String> function(String name, SettingResults setting) {
        return List.of(
                name,
                used(name, setting, FunctionUsage::memoryMegabytes),
                used(name, setting, FunctionUsage::mostMegabytes),
                used(name, setting, FunctionUsage::invocations),
                used(name, setting, used -> (double) used.billedMilliseconds() / used.invocations()),
                used(name, setting, used -> Use.calls(used, Use.STORE) / used.invocations()));
    }

    /** A dash where a side has no such function, or never invoked it. */
    private static String used(String name, SettingResults setting, ToDoubleFunction<FunctionUsage> what) {
        return Format.both(setting.usage()
                .map(usage -> Stream.ofNullable(usage.functions().get(name))
                        .mapToDouble(what)
                        .filter(Double::isFinite)
                        .findFirst()));
    }

    private static Table cost(SettingResults setting) {
        Both<Cost> cost = setting.cost();
        Stream<List<String>> items = Arrays.stream(Item.values())
                .map(item -> row(
                        item.label() + (item.fixed() ? " (fixed)" : ""),
                        cost.map(bill -> OptionalDouble.of(bill.of(item).dollars()))));
        return new Table(
                "Cost, $ per million requests: " + setting.label(),
                List.of("", "optimised", "baseline", "ratio"),
                Stream.concat(
                                items,
                                Stream.of(
                                        row("total", cost.map(bill -> OptionalDouble.of(bill.total()))),
                                        row(
                                                "total without fixed charges",
                                                cost.map(bill -> OptionalDouble.of(bill.withoutFixed())))))
                        .toList(),
                List.of("Fixed: what each request costs whatever code answers it."));
    }

    private static Table orders(List<SettingResults> settings) {
        return new Table(
                "Orders, from the request to the final state, ms",
                List.of("", "n", "p50", "p90", "p99", "mean", "p99 ratio", "mean ratio"),
                settings.stream()
                        .map(setting -> new RouteLatencies(setting.label(), setting.orders()))
                        .map(Tables::route)
                        .toList(),
                List.of(PAIRS, FEW));
    }

    private static Table artefacts(List<Artefact> artefacts) {
        return new Table(
                "Artefacts",
                List.of("", "side", "MB"),
                artefacts.stream()
                        .map(artefact -> List.of(
                                artefact.name(),
                                artefact.side().toString().toLowerCase(Locale.ROOT),
                                Format.number(artefact.bytes() / BYTES_IN_A_MEGABYTE)))
                        .toList(),
                List.of());
    }
}
