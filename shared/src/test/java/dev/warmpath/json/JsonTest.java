package dev.warmpath.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1,\"b\":-9223372036854775808,\"c\":123456789012345678901234567890}",
                "{\"a\":1.50,\"b\":1E+400}",
                "{\"a\":null,\"b\":true,\"c\":false}",
                "{\"z\":{\"y\":[1,[2,{\"x\":[]}],{}]},\"a\":\"é\\n\\\"\\u0000\"}"
            })
    void whatIsReadIsWrittenTheSame(String json) throws IOException {
        assertThat(Json.write(read(json))).isEqualTo(json);
    }

    @Property
    void everyTextSurvivesWritingAndReading(@ForAll String name, @ForAll String value) throws IOException {
        Map<String, Object> object = Map.of(name, value);

        assertThat(read(Json.write(object))).isEqualTo(object);
    }

    @Test
    void writingLeavesTheStreamOpen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        Json.write(Map.of("a", 1), out);

        assertThat(out).hasToString("{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "1", "{", "{}{}", "{} x", "{\"a\":1,\"a\":2}", "nul"})
    void whatIsNoSingleObjectIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    @Test
    void anEventNestedEndlesslyIsRefusedWithoutExhaustingTheStack() {
        String json = "{\"a\":" + "[".repeat(100_000);

        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    @Test
    void anythingButAnObjectHasNoFields() {
        assertThat(Json.fields(null)).isEmpty();
        assertThat(Json.fields("text")).isEmpty();
        assertThat(Json.fields(Map.of("a", 1))).containsOnlyKeys("a");
    }

    private static Map<String, Object> read(String json) throws IOException {
        return Json.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
