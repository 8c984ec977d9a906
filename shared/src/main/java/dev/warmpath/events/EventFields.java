package dev.warmpath.events;

import java.util.Map;

/** Fields that each event of a kind has. */
final class EventFields {
    private EventFields() {}

    /** @throws IllegalArgumentException if it is missing or no text */
    static String text(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("A text " + name + " is missing");
    }
}
