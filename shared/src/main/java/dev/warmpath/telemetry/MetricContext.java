package dev.warmpath.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all metrics of one document have in common: namespace, time, dimensions and metadata. */
final class MetricContext {
    private final Map<String, Object> metadata;
    private final List<Map<String, String>> addedDimensions = new ArrayList<>(0);
    private Map<String, String> defaultDimensions;
    private String namespace;
    private long timestampMillis;

    MetricContext(String namespace, Map<String, String> defaultDimensions, Map<String, Object> metadata) {
        this.namespace = namespace;
        this.defaultDimensions = defaultDimensions;
        this.metadata = new LinkedHashMap<>(metadata);
    }

    /** For a document apart, which inherits all but the added dimensions and the time, as Powertools defines it. */
    MetricContext apart() {
        return new MetricContext(namespace, defaultDimensions, metadata);
    }

    /** Forgets what was meant for one document only. */
    void nextDocument() {
        addedDimensions.clear();
        timestampMillis = 0;
    }

    void namespace(String name) {
        namespace = name;
    }

    String namespace() {
        return namespace;
    }

    void timestampMillis(long millis) {
        timestampMillis = millis;
    }

    long timestampMillis() {
        return timestampMillis == 0 ? System.currentTimeMillis() : timestampMillis;
    }

    void defaultDimensions(Map<String, String> dimensions) {
        defaultDimensions = dimensions;
    }

    Map<String, String> defaultDimensions() {
        return defaultDimensions;
    }

    void addDimensions(Map<String, String> dimensions) {
        addedDimensions.add(dimensions);
    }

    void metadata(String name, Object value) {
        metadata.put(name, value);
    }

    Map<String, Object> metadata() {
        return metadata;
    }

    /** CloudWatch makes one metric for each set; none at all is the empty set. */
    List<List<String>> dimensionSets() {
        List<List<String>> sets = new ArrayList<>(1);
        if (!defaultDimensions.isEmpty() || addedDimensions.isEmpty()) {
            sets.add(List.copyOf(defaultDimensions.keySet()));
        }
        for (Map<String, String> added : addedDimensions) {
            sets.add(List.copyOf(added.keySet()));
        }
        return sets;
    }

    /** The fields beside the metrics; of two with the same name only one can stand in the document. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(metadata);
        fields.putAll(defaultDimensions);
        for (Map<String, String> added : addedDimensions) {
            fields.putAll(added);
        }
        return fields;
    }
}
