package dev.warmpath.telemetry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import software.amazon.lambda.powertools.logging.internal.JsonSerializer;

/**
 * Turns Powertools' structured arguments into fields of a log line.
 *
 * <p>The serializer that Powertools brings needs Jackson databind for what is neither text, number nor collection.
 */
final class ArgumentFields extends JsonSerializer {
    private final JsonGenerator json;

    private ArgumentFields(JsonGenerator json) {
        super(new StringBuilder(0));
        this.json = json;
    }

    /** Returns the type that arguments ask for, so that starts of functions that log none load neither class. */
    static JsonSerializer of(JsonGenerator json) {
        return new ArgumentFields(json);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException("A structured argument must write fields as JSON has them", e);
        }
    }

    @Override
    public void writeFieldName(String name) {
        write(() -> json.writeFieldName(name));
    }

    @Override
    public void writeObjectField(String name, Object value) {
        writeFieldName(name);
        writeObject(value);
    }

    @Override
    public void writeObject(Object value) {
        write(() -> JsonValue.write(json, value));
    }

    /** Only separators come as single characters, and the generator writes them by itself. */
    @Override
    public void writeRaw(char separator) {}

    /** Between the tokens of JSON a line break means no more than a space, and would end the log line. */
    @Override
    public void writeRaw(String text) {
        write(() -> json.writeRawValue(text.replace('\n', ' ').replace('\r', ' ')));
    }

    @Override
    public void writeStartArray() {
        write(json::writeStartArray);
    }

    @Override
    public void writeEndArray() {
        write(json::writeEndArray);
    }

    @Override
    public void writeStartObject() {
        write(json::writeStartObject);
    }

    @Override
    public void writeEndObject() {
        write(json::writeEndObject);
    }

    @Override
    public void writeString(String text) {
        writeObject(text);
    }

    @Override
    public void writeNull() {
        writeObject(null);
    }

    @Override
    public void writeBoolean(boolean flag) {
        writeObject(flag);
    }

    @Override
    public void writeNumber(short number) {
        writeObject(number);
    }

    @Override
    public void writeNumber(int number) {
        writeObject(number);
    }

    @Override
    public void writeNumber(long number) {
        writeObject(number);
    }

    @Override
    public void writeNumber(float number) {
        writeObject(number);
    }

    @Override
    public void writeNumber(double number) {
        writeObject(number);
    }

    @Override
    public void writeNumber(BigInteger number) {
        writeObject(number);
    }

    @Override
    public void writeNumber(BigDecimal number) {
        writeObject(number);
    }
}
