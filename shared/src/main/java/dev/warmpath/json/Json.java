package dev.warmpath.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

/** Reads and writes JSON objects as maps, in the order of their fields. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    /** Deeper than any event of AWS, and shallow enough for every stack. */
    private static final int DEEPEST_EVENT = 500;

    private Json() {}

    /**
     * Reads a trusted document, such as an event of Lambda.
     *
     * @throws IOException if it cannot be read, or is not one JSON object
     */
    public static Map<String, Object> read(InputStream in) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            Faults faults = new Faults();
            Object document = new TreeReader(parser, DEEPEST_EVENT, faults).document();
            faults.verify();
            return object(document);
        } catch (InvalidJson e) {
            throw new IOException(e);
        }
    }

    /** The fields of an object, or none for anything else: for documents in which parts may be missing or null. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> fields(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    /** Writes maps, collections, strings, numbers, booleans and nulls; anything else as its {@code toString()}. */
    public static String write(Map<String, ?> object) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(object, json);
        } catch (IOException e) {
            throw new UncheckedIOException("A string writer does not fail", e);
        }
        return text.toString();
    }

    /** Writes as {@link #write(Map)} does, in UTF-8, and leaves the stream open. */
    public static void write(Map<String, ?> object, OutputStream out) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (json) {
            write(object, json);
        }
    }

    static JsonParser parser(byte[] json) throws IOException {
        return FACTORY.createParser(json);
    }

    private static Map<String, Object> object(Object document) throws IOException {
        if (document instanceof Map) {
            return fields(document);
        }
        throw new IOException("The document is not a JSON object");
    }

    /** No pattern switch, since linking one at run time takes longer than all else here on a cold start. */
    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> fields) {
            writeObject(fields, json);
        } else if (value instanceof Collection<?> elements) {
            writeArray(elements, json);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else {
            json.writeString(value.toString());
        }
    }

    private static void writeObject(Map<?, ?> fields, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            json.writeFieldName(field.getKey().toString());
            write(field.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void writeArray(Collection<?> elements, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object element : elements) {
            write(element, json);
        }
        json.writeEndArray();
    }
}
