package dev.warmpath.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.lambda.powertools.metrics.model.MetricResolution;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** The values recorded under each name, until they are written. */
final class MetricValues {
    /** CloudWatch takes no more values of one metric, and no more metrics, in one document. */
    static final int LIMIT = 100;

    private static final int LONGEST_NAME = 255;

    private final Map<String, Series> series = new LinkedHashMap<>();

    /** What CloudWatch must know of a metric. */
    record Definition(MetricUnit unit, MetricResolution resolution) {
        /** The first use of a record's own equals takes some 10 ms of a start. */
        boolean isSameAs(Definition other) {
            return unit == other.unit && resolution == other.resolution;
        }
    }

    record Series(Definition definition, List<Double> values) {}

    /**
     * Adds a value.
     *
     * @throws IllegalArgumentException if CloudWatch would refuse it, or the name stands for another unit already
     */
    void add(String name, double value, Definition definition) {
        valuesOf(name, value, definition).add(value);
    }

    /** As {@link #add}, but into one sum. */
    void addUp(String name, double value, Definition definition) {
        List<Double> values = valuesOf(name, value, definition);
        if (values.isEmpty()) {
            values.add(value);
        } else {
            values.set(0, values.getFirst() + value);
        }
    }

    private List<Double> valuesOf(String name, double value, Definition definition) {
        requireName(name);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Metric " + name + " is " + value + ", but must be a finite number");
        }
        Series target = series.get(name);
        if (target == null) {
            target = new Series(definition, new ArrayList<>(1));
            series.put(name, target);
        }
        if (!target.definition().isSameAs(definition)) {
            throw new IllegalArgumentException("Metric " + name + " was recorded as " + target.definition()
                    + " before and now as " + definition + ", but must keep one unit and resolution");
        }
        return target.values();
    }

    private static void requireName(String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "Name '" + name + "' of a metric must have 1 to " + LONGEST_NAME + " characters");
        }
    }

    boolean isEmpty() {
        return series.isEmpty();
    }

    /** Takes out as much as one document may hold. */
    Map<String, Series> takeDocument() {
        Map<String, Series> document = new LinkedHashMap<>();
        for (String name : List.copyOf(series.keySet())) {
            if (document.size() == LIMIT) {
                break;
            }
            document.put(name, take(name));
        }
        return document;
    }

    private Series take(String name) {
        Series whole = series.remove(name);
        if (whole.values().size() <= LIMIT) {
            return whole;
        }
        List<Double> rest =
                new ArrayList<>(whole.values().subList(LIMIT, whole.values().size()));
        series.put(name, new Series(whole.definition(), rest));
        return new Series(whole.definition(), List.copyOf(whole.values().subList(0, LIMIT)));
    }
}
