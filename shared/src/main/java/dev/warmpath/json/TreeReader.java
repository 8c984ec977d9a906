package dev.warmpath.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns tokens into maps, lists, strings, numbers, booleans and nulls. */
final class TreeReader {
    private final JsonParser parser;
    private final int maxDepth;
    private final Faults faults;

    TreeReader(JsonParser parser, int maxDepth, Faults faults) {
        this.parser = parser;
        this.maxDepth = maxDepth;
        this.faults = faults;
    }

    /** Reads the whole document; null for an empty one. */
    Object document() throws IOException {
        Object value = parser.nextToken() == null ? null : value(0);
        if (parser.nextToken() != null) {
            faults.add("", "must be one JSON value, with nothing after it");
        }
        return value;
    }

    private Object value(int depth) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fits(depth) ? object(depth + 1) : skipped();
            case START_ARRAY -> fits(depth) ? array(depth + 1) : skipped();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    /** JSON sets no limit to an exponent, Java does. */
    private Object decimal() throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            faults.add(pointer(), "must be a number with an exponent of at most nine digits");
            return null;
        }
    }

    private boolean fits(int depth) {
        return depth < maxDepth;
    }

    private Object skipped() throws IOException {
        faults.add(pointer(), "must not be nested deeper than " + maxDepth + " levels");
        parser.skipChildren();
        return null;
    }

    private Map<String, Object> object(int depth) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (fields.containsKey(name)) {
                faults.add(pointer(), "must be given once only");
            }
            parser.nextToken();
            fields.put(name, value(depth));
        }
        return fields;
    }

    private List<Object> array(int depth) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(depth));
        }
        return elements;
    }

    /** Of the value or field name that the parser stands at. */
    private String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
