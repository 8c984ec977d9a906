package dev.warmpath.telemetry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the value of a field that a caller chose: numbers and booleans as such, anything else as its text. */
final class JsonValue {
    private JsonValue() {}

    static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            default -> json.writeString(value.toString());
        }
    }
}
