package dev.warmpath.local.frontdoor;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A batch of DynamoDB's, of which some keys or items are held back from the engine and answered as unprocessed.
 *
 * <p>By table, a BatchWriteItem has a list of requests, and a BatchGetItem an object with a list of keys and what goes for all
 * of them, such as a projection; so has what is unprocessed.
 */
final class PartialBatch {
    private static final String ITEMS = "RequestItems";
    private static final String KEYS = "Keys";
    private static final int MAX_KEYS = 100;
    private static final int MAX_ITEMS = 25;

    private final Map<String, Object> request;
    private final Map<String, Object> forwarded = new LinkedHashMap<>();
    private final Map<String, Object> held = new LinkedHashMap<>();

    private PartialBatch(Map<String, Object> request) {
        this.request = request;
    }

    /** @param share probability with which each key or item is held back */
    static PartialBatch of(byte[] json, double share, RandomGenerator random) {
        PartialBatch batch = new PartialBatch(read(json));
        Map<String, Object> tables = object(batch.request.get(ITEMS));
        if (isValid(tables)) {
            tables.forEach((table, entry) -> batch.divide(table, entry, share, random));
        }
        return batch;
    }

    /** What DynamoDB refuses as a whole stays whole, lest a part of it be taken: too much in it, or something twice. */
    private static boolean isValid(Map<String, Object> tables) {
        int all = 0;
        for (Object entry : tables.values()) {
            List<?> elements = elements(entry);
            all += elements.size();
            int limit = entry instanceof List<?> ? MAX_ITEMS : MAX_KEYS;
            if (all > limit || new HashSet<>(elements).size() < elements.size()) {
                return false;
            }
        }
        return true;
    }

    private void divide(String table, Object entry, double share, RandomGenerator random) {
        List<Object> keep = new ArrayList<>();
        List<Object> hold = new ArrayList<>();
        for (Object element : elements(entry)) {
            (random.nextDouble() < share ? hold : keep).add(element);
        }
        put(forwarded, table, entry, keep);
        put(held, table, entry, hold);
    }

    /** DynamoDB takes no table without keys or items. */
    private static void put(Map<String, Object> tables, String table, Object entry, List<Object> elements) {
        if (!elements.isEmpty()) {
            tables.put(table, withElements(entry, elements));
        }
    }

    /** Whether nothing is held back. */
    boolean isWhole() {
        return held.isEmpty();
    }

    /** Whether all is held back. */
    boolean isNothing() {
        return forwarded.isEmpty();
    }

    /** The request for what is not held back. */
    byte[] rest() {
        Map<String, Object> rest = new LinkedHashMap<>(request);
        rest.put(ITEMS, forwarded);
        return write(rest);
    }

    /**
     * The engine's answer with what was held back, and what the engine itself left.
     *
     * @param field {@code UnprocessedKeys} or {@code UnprocessedItems}
     */
    byte[] complete(byte[] json, String field) {
        Map<String, Object> answer = new LinkedHashMap<>(read(json));
        Map<String, Object> unprocessed = new LinkedHashMap<>(object(answer.get(field)));
        held.forEach((table, entry) -> unprocessed.merge(table, entry, PartialBatch::join));
        answer.put(field, unprocessed);
        return write(answer);
    }

    private static Object join(Object first, Object second) {
        List<Object> all = new ArrayList<>(elements(first));
        all.addAll(elements(second));
        return withElements(first, all);
    }

    private static List<?> elements(Object entry) {
        return switch (entry) {
            case List<?> requests -> requests;
            case Map<?, ?> keys when keys.get(KEYS) instanceof List<?> list -> list;
            case null, default -> List.of();
        };
    }

    private static Object withElements(Object entry, List<Object> elements) {
        if (entry instanceof List<?>) {
            return elements;
        }
        Map<String, Object> copy = new LinkedHashMap<>(object(entry));
        copy.put(KEYS, elements);
        return copy;
    }

    /** Empty if it is none, which is for the engine to refuse. */
    private static Map<String, Object> object(Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, field) -> fields.put((String) name, field));
        }
        return fields;
    }

    private static Map<String, Object> read(byte[] json) {
        try {
            return object(JSON.std.anyFrom(json));
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static byte[] write(Map<String, Object> fields) {
        try {
            return JSON.std.asBytes(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
