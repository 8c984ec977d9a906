package dev.warmpath.bench.comparison.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a run shows in a few ratios of the optimised side to the baseline.
 *
 * @param settings the figures of each setting, those that make the headline first
 * @param starts {@code cold} starts on demand, and {@code restoreParked}: a parked JVM's restore on the optimised side, without
 *     the platform's snapshot load, to the twin's cold start on demand
 */
record Headline(List<Figures> settings, Map<String, Figure> starts) {
    static Headline of(List<Figures> settings, Starts starts) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("cold", Figure.of(starts, Starts::cold));
        figures.put("restoreParked", Figure.of(starts, Starts::parkedRestore));
        return new Headline(settings, figures);
    }

    /** Those of the whole mix, and of starts. */
    Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>(settings.getFirst().whole());
        figures.putAll(starts);
        return figures;
    }

    /** As JSON: ratios under their names, and how far each moves under {@code spread}. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("setting", settings.getFirst().setting());
        fields.put("model", settings.getFirst().model());
        fields.put("restoreParkedIs", "without the platform's snapshot load");
        fields.putAll(fields(figures()));
        addParts(fields, settings.getFirst());
        settings.stream().skip(1).forEach(setting -> fields.put("modelled", setting(setting)));
        return fields;
    }

    private static Map<String, Object> setting(Figures setting) {
        Map<String, Object> fields = fields(setting.whole());
        fields.put("model", setting.model());
        addParts(fields, setting);
        return fields;
    }

    private static void addParts(Map<String, Object> fields, Figures setting) {
        fields.put("withoutScans", fields(setting.withoutScans()));
        fields.put("overRoutes", fields(setting.overRoutes()));
    }

    private static Map<String, Object> fields(Map<String, Figure> figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> spread = new LinkedHashMap<>();
        figures.forEach((name, figure) -> {
            fields.put(name, value(figure.ratio()));
            spread.put(name, spread(figure));
        });
        fields.put("spread", spread);
        return fields;
    }

    private static Map<String, Object> spread(Figure figure) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("optimised", value(figure.optimised()));
        fields.put("baseline", value(figure.baseline()));
        fields.put("trials", figure.trials());
        fields.put("rounds", figure.rounds().map(Range::ends).orElse(null));
        fields.put("interval95", figure.interval().map(Range::ends).orElse(null));
        return fields;
    }

    private static Double value(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
