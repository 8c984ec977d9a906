package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.report.chart.Axis;
import dev.warmpath.bench.comparison.report.chart.Caption;
import dev.warmpath.bench.comparison.report.chart.Dots;
import dev.warmpath.bench.comparison.report.chart.Element;
import dev.warmpath.bench.comparison.report.chart.Lines;
import dev.warmpath.bench.comparison.report.chart.Mark;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The charts of one setting: latencies over the mix and by route, throughput, and cost. */
record SettingCharts(SettingResults setting, Comparison comparison, String suffix) {
    private static final String TO = "optimised to naive";

    /** Empty with too few samples for percentiles. */
    Optional<Element> latencies() {
        Both<Latencies> sides = setting.latencies();
        OptionalDouble ratio = sides.ratio(Latencies::p99);
        if (ratio.isEmpty()) {
            return Optional.empty();
        }
        List<Lines.Series> series = series(sides.map(Curve::points), sides.map(Curve::labels));
        return Optional.of(new Lines(
                        caption(
                                "latency",
                                "Latency over the whole mix",
                                "Time to the answer, by the share of requests that got theirs sooner: "
                                        + setting.label(),
                                "p99 is %s ms optimised and %s ms naive."
                                        .formatted(
                                                Format.number(sides.optimised().p99()),
                                                Format.number(sides.baseline().p99())),
                                Format.ratio(ratio),
                                "p99, " + TO),
                        Curve.axis(series),
                        times("milliseconds (logarithmic)", series),
                        series,
                        Optional.empty())
                .svg());
    }

    private static List<Lines.Series> series(Both<List<Lines.Point>> points, Both<List<Lines.Label>> labels) {
        return List.of(
                new Lines.Series(Charts.OPTIMISED, Mark.FIRST, points.optimised(), labels.optimised()),
                new Lines.Series(Charts.BASELINE, Mark.SECOND, points.baseline(), labels.baseline()));
    }

    private static Axis times(String label, List<Lines.Series> series, double... others) {
        double[] values = DoubleStream.concat(
                        series.stream().flatMap(one -> one.points().stream()).mapToDouble(Lines.Point::up),
                        DoubleStream.of(others))
                .sorted()
                .toArray();
        return Axis.logarithmic(label, values[0], values[values.length - 1]);
    }

    Element routes() {
        Axis axis = Axis.logarithmic(
                "mean, milliseconds (logarithmic)",
                means().min().orElse(1),
                means().max().orElse(10));
        return new Dots(
                        caption(
                                "routes",
                                "Mean latency by route",
                                "Optimised and naive, the most often requested first: " + setting.label(),
                                "Means of %d routes.".formatted(setting.routes().size()),
                                Format.ratio(setting.figures()
                                        .overRoutes()
                                        .get("mean")
                                        .ratio()),
                                "geometric mean over routes"),
                        axis,
                        new EnumMap<>(Map.of(Mark.FIRST, Charts.OPTIMISED, Mark.SECOND, Charts.BASELINE)),
                        setting.routes().stream().map(SettingCharts::row).toList())
                .svg();
    }

    private DoubleStream means() {
        return setting.routes().stream()
                .flatMap(route ->
                        Stream.of(route.sides().optimised(), route.sides().baseline()))
                .flatMapToDouble(side -> side.mean().stream());
    }

    private static Dots.Row row(RouteLatencies route) {
        Map<Mark, Double> values = new EnumMap<>(Mark.class);
        route.sides().optimised().mean().ifPresent(mean -> values.put(Mark.FIRST, mean));
        route.sides().baseline().mean().ifPresent(mean -> values.put(Mark.SECOND, mean));
        return new Dots.Row(route.route(), values, Format.ratio(route.meanRatio()));
    }

    /** Empty without a level of load that has percentiles on some side. */
    Optional<Element> throughput() {
        List<Lines.Series> series = series(points(), labels());
        if (series.stream().allMatch(one -> one.points().isEmpty())) {
            return Optional.empty();
        }
        double bound = Plan.boundMilliseconds(comparison.results().plan());
        double most = series.stream()
                .flatMap(one -> one.points().stream())
                .mapToDouble(Lines.Point::across)
                .max()
                .orElse(1);
        OptionalDouble ratio = setting.figures().whole().get("throughput").ratio();
        return Optional.of(new Lines(
                        caption(
                                "throughput",
                                "Throughput against p99",
                                "Each point a number of callers that wait for their answers (closed model): "
                                        + Format.name(setting.figures().setting()),
                                "Requests a second and p99 at each number of callers.",
                                ratio.isEmpty() ? "" : Format.ratio(ratio),
                                ratio.isEmpty() ? "" : "requests/s within the bound, " + TO),
                        Axis.linear("requests answered a second", most),
                        times("p99, milliseconds (logarithmic)", series, bound),
                        series,
                        Optional.of(new Axis.Tick(bound, "bound: p99 ≤ " + Format.number(bound) + " ms")))
                .svg());
    }

    private Both<List<Lines.Point>> points() {
        return labels().map(labels -> labels.stream().map(Lines.Label::point).toList());
    }

    private Both<List<Lines.Label>> labels() {
        return new Both<>(
                labels(
                        level -> level.perSecond().optimised(),
                        level -> level.p99().optimised()),
                labels(
                        level -> level.perSecond().baseline(),
                        level -> level.p99().baseline()));
    }

    private List<Lines.Label> labels(Function<Level, Double> perSecond, Function<Level, OptionalDouble> p99) {
        return setting.levels().stream()
                .filter(level -> p99.apply(level).isPresent())
                .map(level -> new Lines.Label(
                        new Lines.Point(perSecond.apply(level), p99.apply(level).getAsDouble()),
                        Integer.toString(level.callers())))
                .toList();
    }

    Element cost() {
        return new CostChart(setting)
                .svg(caption(
                        "cost",
                        "Cost of a million requests",
                        "US dollars by item: " + setting.label(),
                        "In all $%s optimised and $%s naive."
                                .formatted(
                                        Format.number(setting.cost().optimised().total()),
                                        Format.number(setting.cost().baseline().total())),
                        Format.ratio(setting.figures().whole().get("cost").ratio()),
                        TO));
    }

    private Caption caption(
            String id, String title, String subtitle, String description, String callout, String calloutLabel) {
        return new Caption(
                id + suffix,
                title,
                subtitle + Charts.quick(comparison),
                description,
                callout,
                calloutLabel,
                Charts.footer(comparison));
    }
}
