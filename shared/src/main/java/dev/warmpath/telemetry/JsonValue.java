package dev.warmpath.telemetry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;

/** Writes a value that a caller chose: numbers, booleans and collections as such, anything else as its text. */
final class JsonValue {
    private JsonValue() {}

    /** What nearly every line has goes ahead of the switch, whose first use costs some milliseconds of a start. */
    static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            writeOther(json, value);
        }
    }

    private static void writeOther(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Number number -> writeNumber(json, number);
            case Map<?, ?> map -> writeMap(json, map);
            case Iterable<?> items -> writeItems(json, items);
            case Object[] items -> writeItems(json, Arrays.asList(items));
            case int[] items -> json.writeArray(items, 0, items.length);
            case long[] items -> json.writeArray(items, 0, items.length);
            case double[] items -> json.writeArray(items, 0, items.length);
            default -> json.writeString(value.toString());
        }
    }

    private static void writeNumber(JsonGenerator json, Number value) throws IOException {
        switch (value) {
            case Float number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Short number -> json.writeNumber(number);
            case Byte number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }

    private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(String.valueOf(entry.getKey()));
            write(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeItems(JsonGenerator json, Iterable<?> items) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            write(json, item);
        }
        json.writeEndArray();
    }
}
