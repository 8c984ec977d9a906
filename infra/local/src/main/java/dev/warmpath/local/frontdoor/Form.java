package dev.warmpath.local.frontdoor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The fields of a JSON object, each checked as it is read. */
final class Form {
    private final String path;
    private final Map<String, Object> fields;

    private Form(String path, Map<String, Object> fields) {
        this.path = path;
        this.fields = fields;
    }

    /**
     * Takes a JSON object.
     *
     * @param path of the object in its document, such as {@code rules[0]}; empty for the document itself
     */
    static Form of(String path, Object json) throws InvalidFormException {
        if (!(json instanceof Map<?, ?> object)) {
            throw new InvalidFormException(
                    path.isEmpty() ? "The body must be a JSON object." : "Field " + path + " must be an object.");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        object.forEach((name, value) -> fields.put((String) name, value));
        return new Form(path, fields);
    }

    void allow(Set<String> names) throws InvalidFormException {
        Set<String> unknown = new TreeSet<>(fields.keySet());
        unknown.removeAll(names);
        if (!unknown.isEmpty()) {
            String first = unknown.iterator().next();
            throw new InvalidFormException("Field " + pathOf(first) + " is unknown: expected are "
                    + String.join(", ", new TreeSet<>(names)) + ".");
        }
    }

    Set<String> names() {
        return fields.keySet();
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    Form object(String name) throws InvalidFormException {
        return of(pathOf(name), fields.get(name));
    }

    List<Form> objects(String name) throws InvalidFormException {
        List<Form> objects = new ArrayList<>();
        for (Object element : list(name)) {
            objects.add(of(pathOf(name) + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    List<?> list(String name) throws InvalidFormException {
        if (fields.get(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "a list");
    }

    Optional<String> text(String name) throws InvalidFormException {
        return switch (fields.get(name)) {
            case null -> Optional.empty();
            case String text when !text.isBlank() -> Optional.of(text);
            default -> throw wrong(name, "a text");
        };
    }

    /** One of some words. */
    Optional<String> word(String name, Set<String> words) throws InvalidFormException {
        Optional<String> text = text(name);
        if (text.isPresent() && !words.contains(text.get())) {
            throw wrong(name, "one of " + String.join(", ", new TreeSet<>(words)));
        }
        return text;
    }

    /** Above 0 and at most 1. */
    double share(String name) throws InvalidFormException {
        if (fields.get(name) instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw wrong(name, "a number above 0 and at most 1");
    }

    /** A number above 0 or, where that is allowed, 0, and at most a million. */
    double number(String name, boolean zero) throws InvalidFormException {
        return number(name, fields.get(name), zero);
    }

    double number(String name, Object value, boolean zero) throws InvalidFormException {
        if (value instanceof Number number
                && (number.doubleValue() > 0 || zero && number.doubleValue() == 0)
                && number.doubleValue() <= 1e6) {
            return number.doubleValue();
        }
        throw wrong(name, value, zero ? "a number from 0 to a million" : "a number above 0, at most a million");
    }

    OptionalLong whole(String name, long least, long most) throws InvalidFormException {
        Object value = fields.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        boolean whole = value instanceof Integer || value instanceof Long;
        if (!whole || ((Number) value).longValue() < least || ((Number) value).longValue() > most) {
            throw wrong(name, "a whole number from " + least + " to " + most);
        }
        return OptionalLong.of(((Number) value).longValue());
    }

    InvalidFormException wrong(String name, String expected) {
        return wrong(name, fields.get(name), expected);
    }

    private InvalidFormException wrong(String name, Object value, String expected) {
        String instead = value == null ? "and is missing" : "not " + value;
        return new InvalidFormException("Field " + pathOf(name) + " must be " + expected + ", " + instead + ".");
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
