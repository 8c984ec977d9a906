package dev.warmpath.bench.cost;

import dev.warmpath.bench.comparison.Side;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Both sides item by item, for people. */
final class CostTable {
    private static final String LINE = "%-38s %-13s %15s %10s %11s %15s %10s %11s %8s%n";
    private static final String MONTH = "$/month";
    private static final String MILLION = "$/million";

    private final Costs costs;
    private final Traffic traffic;
    private final StringBuilder text = new StringBuilder();

    private CostTable(Costs costs, Traffic traffic) {
        this.costs = costs;
        this.traffic = traffic;
    }

    static String of(Costs costs, Traffic traffic) {
        CostTable table = new CostTable(costs, traffic);
        table.head();
        Arrays.stream(Item.values()).forEach(table::item);
        table.sum("Total", Cost::total);
        table.sum("Without what is fixed (*)", Cost::withoutFixed);
        return table.text.toString();
    }

    private void head() {
        line("", "", "optimised", "", "", "baseline", "", "", "");
        line("", "unit", "for a million", MILLION, MONTH, "for a million", MILLION, MONTH, "ratio");
    }

    private void item(Item item) {
        Cost.Line optimised = costs.of(Side.OPTIMISED).of(item);
        Cost.Line baseline = costs.of(Side.BASELINE).of(item);
        line(
                item.fixed() ? item.label() + " (*)" : item.label(),
                item.unit(),
                quantity(optimised.quantity()),
                dollars(optimised.dollars()),
                month(optimised.dollars()),
                quantity(baseline.quantity()),
                dollars(baseline.dollars()),
                month(baseline.dollars()),
                ratio(optimised.dollars(), baseline.dollars()));
    }

    private void sum(String label, ToDoubleFunction<Cost> of) {
        double optimised = of.applyAsDouble(costs.optimised());
        double baseline = of.applyAsDouble(costs.baseline());
        line(
                label,
                "",
                "",
                dollars(optimised),
                month(optimised),
                "",
                dollars(baseline),
                month(baseline),
                ratio(optimised, baseline));
    }

    private void line(Object... cells) {
        text.append(LINE.formatted(cells).stripTrailing()).append(System.lineSeparator());
    }

    private static String quantity(double quantity) {
        return String.format(Locale.ROOT, quantity < 100 ? "%,.3f" : "%,.0f", quantity);
    }

    private static String dollars(double dollars) {
        return String.format(Locale.ROOT, "%,.4f", dollars);
    }

    private String month(double perMillion) {
        return String.format(Locale.ROOT, "%,.2f", traffic.perMonth(perMillion));
    }

    private static String ratio(double optimised, double baseline) {
        return baseline > 0 ? String.format(Locale.ROOT, "%.3f", optimised / baseline) : "-";
    }
}
