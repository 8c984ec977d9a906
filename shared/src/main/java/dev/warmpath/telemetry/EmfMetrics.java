package dev.warmpath.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the metrics of one invocation until they are written as one document. */
final class EmfMetrics implements Metrics {
    /** CloudWatch takes no more values of one metric, and no more metrics, in one document. */
    static final int LIMIT = 100;

    private static final int LONGEST_NAME = 255;

    private final EmfDocument document;
    private final Map<String, Series> series = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    EmfMetrics(EmfDocument document) {
        this.document = document;
    }

    record Series(Unit unit, List<Double> values) {}

    @Override
    public synchronized void add(String name, double value, Unit unit) {
        requireName(name);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Metric " + name + " is " + value + ", but must be a finite number");
        }
        Series target = series.get(name);
        if (target == null ? series.size() == LIMIT : target.values().size() == LIMIT) {
            flush();
            target = null;
        }
        if (target == null) {
            target = new Series(unit, new ArrayList<>(1));
            series.put(name, target);
        }
        target.values().add(value);
    }

    @Override
    public synchronized void property(String name, String value) {
        requireName(name);
        properties.put(name, value);
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "Name '" + name + "' is blank or longer than " + LONGEST_NAME + " characters");
        }
    }

    synchronized void flush() {
        if (!series.isEmpty()) {
            document.write(series, properties);
            series.clear();
        }
    }

    /** Ends the invocation: what was recorded for it must not reach the next one. */
    synchronized void finish() {
        flush();
        properties.clear();
    }
}
