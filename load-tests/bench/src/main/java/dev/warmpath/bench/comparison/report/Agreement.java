package dev.warmpath.bench.comparison.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether two runs show the same, within the spread that they state. */
final class Agreement {
    private static final List<String> HEADER =
            List.of("ratio of", "this run", "95 % interval", "the other", "95 % interval", "agree");

    private Agreement() {}

    static Table of(Headline one, Headline other) {
        Map<String, Figure> figures = all(one);
        Map<String, Figure> others = all(other);
        List<List<String>> rows = new ArrayList<>();
        figures.forEach((name, figure) ->
                Optional.ofNullable(others.get(name)).ifPresent(with -> rows.add(row(name, figure, with))));
        return new Table(
                "Two runs", HEADER, rows, List.of("Runs agree on a ratio where its intervals in both overlap."));
    }

    private static Map<String, Figure> all(Headline headline) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Figures setting : headline.settings()) {
            String where = ", " + Format.name(setting.setting());
            setting.whole().forEach((name, figure) -> figures.put(name + where, figure));
            setting.withoutScans().forEach((name, figure) -> figures.put(name + " without Scans" + where, figure));
            setting.overRoutes().forEach((name, figure) -> figures.put(name + " over routes" + where, figure));
        }
        figures.putAll(headline.starts());
        return figures;
    }

    private static List<String> row(String name, Figure one, Figure other) {
        return List.of(
                name,
                Format.ratio(one.ratio()),
                Format.range(one.interval()),
                Format.ratio(other.ratio()),
                Format.range(other.interval()),
                agree(one, other));
    }

    private static String agree(Figure one, Figure other) {
        return one.interval().isEmpty() || other.interval().isEmpty()
                ? Format.NONE
                : one.interval().get().overlaps(other.interval().get()) ? "yes" : "no";
    }
}
