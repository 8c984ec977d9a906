package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.comparison.report.chart.Axis;
import dev.warmpath.bench.comparison.report.chart.Caption;
import dev.warmpath.bench.comparison.report.chart.Element;
import dev.warmpath.bench.comparison.report.chart.Stacks;
import dev.warmpath.bench.cost.Cost;
import dev.warmpath.bench.cost.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** What a million requests cost on both sides, by item: the fixed ones first, then the dearest. */
record CostChart(SettingResults setting) {
    /** As many as there are colours that are easily told apart; all others are one part. */
    private static final int PARTS = 8;

    Element svg(Caption caption) {
        Both<Cost> cost = setting.cost();
        return new Stacks(
                        caption,
                        Axis.linear(
                                "US dollars per million requests",
                                Math.max(
                                        cost.optimised().total(),
                                        cost.baseline().total())),
                        List.of(Charts.BASELINE, Charts.OPTIMISED),
                        parts())
                .svg();
    }

    private List<Stacks.Part> parts() {
        List<Item> items = Arrays.stream(Item.values())
                .filter(item -> dollars(item).values().stream().anyMatch(value -> value > 0))
                .sorted(Comparator.comparing((Item item) -> !item.fixed())
                        .thenComparing(item -> -dollars(item).values().stream()
                                .mapToDouble(value -> value)
                                .sum()))
                .toList();
        int shown = items.size() <= PARTS + 1 ? items.size() : PARTS;
        List<Stacks.Part> parts =
                new ArrayList<>(items.stream().limit(shown).map(this::dollars).toList());
        if (shown < items.size()) {
            parts.add(rest(items.subList(shown, items.size())));
        }
        return parts;
    }

    private Stacks.Part dollars(Item item) {
        return part(item.label() + (item.fixed() ? " (fixed)" : ""), List.of(item));
    }

    private Stacks.Part rest(List<Item> items) {
        return part("%d other items".formatted(items.size()), items);
    }

    private Stacks.Part part(String name, List<Item> items) {
        List<Double> values = List.of(
                dollars(setting.cost().baseline(), items),
                dollars(setting.cost().optimised(), items));
        return new Stacks.Part(
                name,
                values,
                values.stream()
                        .map(value -> "$" + Format.number(OptionalDouble.of(value)))
                        .toList());
    }

    private static double dollars(Cost cost, List<Item> items) {
        return items.stream().mapToDouble(item -> cost.of(item).dollars()).sum();
    }
}
