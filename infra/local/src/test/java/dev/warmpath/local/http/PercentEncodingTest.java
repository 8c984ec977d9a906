package dev.warmpath.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

class PercentEncodingTest {
    @Test
    void valuesOfOneNameAreJoinedByComma() {
        assertThat(PercentEncoding.parameters("a=1&b=x&a=2&a=")).isEqualTo(Map.of("a", "1,2,", "b", "x"));
    }

    @Test
    void nameWithoutValueIsEmpty() {
        assertThat(PercentEncoding.parameters("flag&a=1&&")).isEqualTo(Map.of("flag", "", "a", "1"));
    }

    @Test
    void onlyTheFirstEqualsSignSeparates() {
        assertThat(PercentEncoding.parameters("cursor=abc==")).isEqualTo(Map.of("cursor", "abc=="));
    }

    @Test
    void incompleteEscapeStaysAsItIs() {
        assertThat(PercentEncoding.parameters("discount=100%")).isEqualTo(Map.of("discount", "100%"));
    }

    @Test
    void plusIsASpaceInAQueryAndItselfInAPath() {
        assertThat(PercentEncoding.parameters("q=a+b%2Bc")).isEqualTo(Map.of("q", "a b+c"));
        assertThat(PercentEncoding.segments("/a+b%20c")).isEqualTo(List.of("a+b c"));
    }

    @Property
    void anyEncodedParametersComeBackAsTheyWere(@ForAll("pairs") List<Tuple2<String, String>> pairs) {
        String query = pairs.stream()
                .map(pair -> encode(pair.get1()) + "=" + encode(pair.get2()))
                .collect(Collectors.joining("&"));
        Map<String, String> expected = new LinkedHashMap<>();
        pairs.forEach(pair -> expected.merge(scrub(pair.get1()), scrub(pair.get2()), (a, b) -> a + "," + b));

        assertThat(PercentEncoding.parameters(query)).containsExactlyEntriesOf(expected);
    }

    @Property
    void anyQueryDecodesWithoutAnError(@ForAll String query) {
        assertThat(PercentEncoding.parameters(query)).isNotNull();
    }

    @Provide
    Arbitrary<List<Tuple2<String, String>>> pairs() {
        Arbitrary<String> name = Arbitraries.oneOf(Arbitraries.of("a", "b"), Arbitraries.strings());
        return name.flatMap(n -> Arbitraries.strings().map(value -> Tuple.of(n, value)))
                .list()
                .ofMaxSize(5);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A lone surrogate has no UTF-8 form. */
    private static String scrub(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
