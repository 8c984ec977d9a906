package dev.warmpath.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {
    private static final TextRule SHORT = text -> text.length() <= 3 ? Optional.empty() : Optional.of("must be short");

    @Test
    void rightFieldsAreRead() throws InvalidJson {
        JsonObject object = read("{\"a\":\"x\",\"b\":\"y\"}");

        assertThat(object.required("a", SHORT)).isEqualTo("x");
        assertThat(object.optional("b", SHORT)).contains("y");
        assertThat(object.optional("c", SHORT)).isEmpty();
        object.verify();
    }

    @Test
    void everyFaultIsNamedAtOnce() throws InvalidJson {
        JsonObject object = read(
                "{\"long\":\"abcd\",\"number\":1,\"null\":null,\"twice\":\"a\",\"twice\":\"b\",\"un~kn/own\":1,\"deep\":{\"a\":[[]]}}");
        object.required("long", SHORT);
        object.optional("number", SHORT);
        object.required("null", SHORT);
        object.optional("twice", SHORT);
        object.required("missing", SHORT);
        object.optional("deep", SHORT);

        assertThat(faultsOf(object::verify).faults())
                .containsExactlyInAnyOrder(
                        new Fault("/long", "must be short"),
                        new Fault("/number", "must be a string"),
                        new Fault("/null", "must be a string"),
                        new Fault("/twice", "must be given once only"),
                        new Fault("/missing", "is missing"),
                        new Fault("/un~0kn~1own", "is not a known field"),
                        new Fault("/deep", "must be a string"),
                        new Fault("/deep/a/0", "must not be nested deeper than 3 levels"));
    }

    @Test
    void arraysOfTextsAndObjectsAreRead() throws InvalidJson {
        JsonObject object = read("{\"texts\":[\"a\",\"b\",\"a\"],\"objects\":[{\"x\":\"1\"},{\"x\":\"2\"}]}");

        assertThat(object.requiredTexts("texts", 3, SHORT)).containsExactly("a", "b", "a");
        assertThat(object.requiredObjects("objects", 2, element -> element.required("x", SHORT)))
                .containsExactly("1", "2");
        object.verify();
    }

    @Test
    void everyFaultInAnArrayIsNamedByItsPointer() throws InvalidJson {
        JsonObject object =
                read("{\"te/xts\":[\"a\",\"abcd\",null],\"objects\":[{\"x\":7},{},{\"x\":\"1\",\"y\":2},[]],"
                        + "\"none\":[],\"many\":[\"a\",\"b\"],\"text\":\"a\"}");

        object.requiredTexts("te/xts", 3, SHORT);
        object.requiredObjects("objects", 4, element -> element.required("x", SHORT));
        object.requiredTexts("none", 1, SHORT);
        object.requiredTexts("many", 1, SHORT);
        object.requiredObjects("text", 1, element -> "");
        object.requiredTexts("missing", 1, SHORT);

        assertThat(faultsOf(object::verify).faults())
                .containsExactly(
                        new Fault("/te~1xts/1", "must be short"),
                        new Fault("/te~1xts/2", "must be a string"),
                        new Fault("/objects/0/x", "must be a string"),
                        new Fault("/objects/1/x", "is missing"),
                        new Fault("/objects/2/y", "is not a known field"),
                        new Fault("/objects/3", "must be a JSON object"),
                        new Fault("/none", "must be an array of 1 to 1 elements"),
                        new Fault("/many", "must be an array of 1 to 1 elements"),
                        new Fault("/text", "must be an array of 1 to 1 elements"),
                        new Fault("/missing", "is missing"));
    }

    @Test
    void integersWithinTheirBoundsAreRead() throws InvalidJson {
        JsonObject object = read("{\"least\":-1,\"most\":10000000000}");

        assertThat(object.requiredInteger("least", -1, 7)).isEqualTo(-1);
        assertThat(object.requiredInteger("most", 0, 10_000_000_000L)).isEqualTo(10_000_000_000L);
        object.verify();
    }

    @Test
    void whatIsNoIntegerWithinTheBoundsIsAFault() throws InvalidJson {
        JsonObject object = read("{\"below\":0,\"above\":8,\"beyond\":99999999999999999999,\"fraction\":1.0,"
                + "\"exponent\":1e0,\"text\":\"1\",\"truth\":true,\"null\":null}");

        object.requiredInteger("missing", 1, 7);
        for (String field : List.of("below", "above", "beyond", "fraction", "exponent", "text", "truth", "null")) {
            assertThat(object.requiredInteger(field, 1, 7)).isEqualTo(1);
        }

        var faults = faultsOf(object::verify).faults();
        assertThat(faults.getFirst()).isEqualTo(new Fault("/missing", "is missing"));
        assertThat(faults.subList(1, faults.size()))
                .hasSize(8)
                .extracting(Fault::detail)
                .containsOnly("must be an integer from 1 to 7");
        assertThat(faults).extracting(Fault::pointer).contains("/below", "/beyond", "/null");
    }

    @Property
    void anyLongIsReadAsItIsWritten(@ForAll long number) throws InvalidJson {
        JsonObject object = read("{\"number\":" + number + "}");

        assertThat(object.requiredInteger("number", Long.MIN_VALUE, Long.MAX_VALUE))
                .isEqualTo(number);
        object.verify();
    }

    @Test
    void textsThatMustDifferAreFaultsFromTheSecondOn() throws InvalidJson {
        JsonObject object = read("{\"objects\":[{\"x\":\"1\"},{\"x\":\"2\"},{\"x\":\"1\"},{\"x\":\"long\"}]}");
        TextRule distinct = SHORT.distinct();

        object.requiredObjects("objects", 4, element -> element.required("x", distinct));

        assertThat(faultsOf(object::verify).faults())
                .containsExactly(
                        new Fault("/objects/2/x", "must be given once only"),
                        new Fault("/objects/3/x", "must be short"));
    }

    @Test
    void aMergePatchReplacesFieldsAndRemovesNone() throws InvalidJson {
        JsonObject patch = read("{\"a\":\"x\",\"null\":null,\"number\":1}");

        assertThat(patch.replacement("a", SHORT)).contains("x");
        assertThat(patch.replacement("absent", SHORT)).isEmpty();
        patch.replacement("null", SHORT);
        patch.replacement("number", SHORT);
        assertThat(faultsOf(patch::verify).faults())
                .containsExactly(
                        new Fault("/null", "is required, and null would remove it"),
                        new Fault("/number", "must be a string"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "1", "\"text\"", "[]", "[{}]"})
    void whatIsNoObjectIsRefused(String json) {
        assertThat(faultsOf(() -> read(json)).faults()).containsExactly(new Fault("", "must be a JSON object"));
    }

    @Test
    void malformedJsonIsRefusedWithItsPlace() {
        assertThat(faultsOf(() -> read("{\n\"a\" 1}")).faults())
                .containsExactly(new Fault("", "must be well-formed JSON in UTF-8: line 2, column 5"));
    }

    @Test
    void anObjectFollowedByMoreIsRefused() throws InvalidJson {
        JsonObject object = read("{} {}");

        assertThat(faultsOf(object::verify).faults())
                .containsExactly(new Fault("", "must be one JSON value, with nothing after it"));
    }

    @Test
    void manyFaultsAndLongNamesMakeAShortAnswer() throws InvalidJson {
        String json = IntStream.range(0, 10_000)
                .mapToObj(i -> "\"" + i + "x".repeat(1_000) + "\":0")
                .collect(Collectors.joining(",", "{", "}"));

        var faults = faultsOf(read(json)::verify).faults();

        assertThat(faults)
                .hasSize(50)
                .allSatisfy(fault -> assertThat(fault.pointer()).hasSizeLessThan(210));
    }

    @Test
    void valuesAreNeverRepeated() throws InvalidJson {
        JsonObject object = read("{\"a\":\"secret\",\"b\":\"secret\"}");
        object.required("a", SHORT);

        assertThatThrownBy(object::verify).message().doesNotContain("secret");
        assertThat(faultsOf(object::verify).faults()).asString().doesNotContain("secret");
    }

    @Test
    void aNumberWithAnEndlessExponentIsAFault() throws InvalidJson {
        assertThat(faultsOf(() -> read("{\"a\":1,\"b\":1e9999999991}").verify()).faults())
                .extracting(Fault::pointer)
                .contains("/b");
    }

    @Property
    void anyTextIsReadOrRefusedWithFaults(@ForAll("jsonish") String text) {
        try {
            JsonObject object = read(text);
            object.optional("a", SHORT);
            object.verify();
        } catch (InvalidJson e) {
            assertThat(e.faults()).isNotEmpty();
        }
    }

    @Property
    void anyBytesAreReadOrRefusedWithFaults(@ForAll byte[] bytes) {
        try {
            JsonObject.read(bytes, 3).verify();
        } catch (InvalidJson e) {
            assertThat(e.faults()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<String> jsonish() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"a\"",
                        "\"b\"",
                        "1",
                        "-",
                        "1e999999999",
                        "null",
                        "tru",
                        " ",
                        "\\")
                .list()
                .ofMaxSize(20)
                .map(parts -> "{" + String.join("", parts));
    }

    private static InvalidJson faultsOf(ThrowingCallable call) {
        InvalidJson invalid = catchThrowableOfType(InvalidJson.class, call);
        assertThat(invalid).isNotNull();
        return invalid;
    }

    private static JsonObject read(String json) throws InvalidJson {
        return JsonObject.read(json.getBytes(StandardCharsets.UTF_8), 3);
    }
}
