package dev.warmpath.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AttributeValuesTest {
    private static final int DEEPEST = 3;

    @Property
    void whatIsWrittenAsEventsHaveItIsReadAsItWas(@ForAll("items") Map<String, AttributeValue> item)
            throws IOException {
        assertThat(read(Json.write(json(item)))).isEqualTo(item);
    }

    @Test
    void valuesOfEachTypeAreRead() throws IOException {
        Map<String, AttributeValue> item = read("""
                {"s": {"S": "text"}, "n": {"N": "-1.50"}, "b": {"B": "AQI="}, "bool": {"BOOL": false},
                 "null": {"NULL": true}, "ss": {"SS": ["a", "b"]}, "ns": {"NS": ["1", "2"]}, "bs": {"BS": ["AQ=="]},
                 "l": {"L": [{"S": "one"}, {"M": {"two": {"N": "2"}}}]}}""");

        assertThat(item)
                .containsEntry("s", AttributeValue.fromS("text"))
                .containsEntry("n", AttributeValue.fromN("-1.50"))
                .containsEntry("b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2})))
                .containsEntry("bool", AttributeValue.fromBool(false))
                .containsEntry("null", AttributeValue.fromNul(true))
                .containsEntry("ss", AttributeValue.builder().ss("a", "b").build())
                .containsEntry("ns", AttributeValue.builder().ns("1", "2").build())
                .containsEntry(
                        "bs",
                        AttributeValue.builder()
                                .bs(SdkBytes.fromByteArray(new byte[] {1}))
                                .build())
                .containsEntry(
                        "l",
                        AttributeValue.builder()
                                .l(
                                        AttributeValue.fromS("one"),
                                        AttributeValue.fromM(Map.of("two", AttributeValue.fromN("2"))))
                                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": {}}",
                "{\"a\": \"text\"}",
                "{\"a\": {\"S\": \"text\", \"N\": \"1\"}}",
                "{\"a\": {\"T\": \"text\"}}",
                "{\"a\": {\"B\": \"no base64\"}}"
            })
    void valueOfNoTypeIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": {\"S\": 1}}", "{\"a\": {\"N\": 1}}", "{\"a\": {\"L\": \"text\"}}"})
    void valueOfAnotherTypeThanItsNameSaysIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(ClassCastException.class);
    }

    @Provide
    Arbitrary<Map<String, AttributeValue>> items() {
        return items(DEEPEST);
    }

    private static Arbitrary<Map<String, AttributeValue>> items(int depth) {
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), values(depth))
                .ofMaxSize(4);
    }

    private static Arbitrary<AttributeValue> values(int depth) {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(5);
        Arbitrary<String> numbers = Arbitraries.bigDecimals().map(String::valueOf);
        Arbitrary<SdkBytes> bytes =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(5).map(SdkBytes::fromByteArray);
        Arbitrary<AttributeValue> leaves = Arbitraries.oneOf(
                texts.map(AttributeValue::fromS),
                numbers.map(AttributeValue::fromN),
                bytes.map(AttributeValue::fromB),
                Arbitraries.of(true, false).map(AttributeValue::fromBool),
                Arbitraries.just(AttributeValue.fromNul(true)),
                texts.list().ofMaxSize(3).map(AttributeValue::fromSs),
                numbers.list().ofMaxSize(3).map(AttributeValue::fromNs),
                bytes.list().ofMaxSize(3).map(AttributeValue::fromBs));
        return depth == 0
                ? leaves
                : Arbitraries.oneOf(
                        leaves,
                        Arbitraries.lazy(
                                () -> values(depth - 1).list().ofMaxSize(3).map(AttributeValue::fromL)),
                        Arbitraries.lazy(() -> items(depth - 1).map(AttributeValue::fromM)));
    }

    private static Map<String, Object> json(Map<String, AttributeValue> item) {
        Map<String, Object> json = new HashMap<>();
        item.forEach((name, value) -> json.put(name, json(value)));
        return json;
    }

    private static Map<String, Object> json(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case B -> Map.of("B", base64(value.b()));
            case BOOL -> Map.of("BOOL", value.bool());
            case NUL -> Map.of("NULL", value.nul());
            case SS -> Map.of("SS", value.ss());
            case NS -> Map.of("NS", value.ns());
            case BS ->
                Map.of(
                        "BS",
                        value.bs().stream().map(AttributeValuesTest::base64).toList());
            case L ->
                Map.of("L", value.l().stream().map(AttributeValuesTest::json).toList());
            case M -> Map.of("M", json(value.m()));
            case UNKNOWN_TO_SDK_VERSION -> throw new AssertionError("No value of an unknown type was made");
        };
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }

    private static Map<String, AttributeValue> read(String json) throws IOException {
        return AttributeValues.item(Json.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }
}
