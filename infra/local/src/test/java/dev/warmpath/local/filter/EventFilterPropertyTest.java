package dev.warmpath.local.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class EventFilterPropertyTest {
    @Property(tries = 200)
    void listOfValuesMatchesExactlyItsMembers(
            @ForAll @Size(min = 1, max = 5) List<@AlphaChars @StringLength(max = 2) String> values,
            @ForAll @AlphaChars @StringLength(max = 2) String value)
            throws Exception {
        assertThat(matches(Map.of("a", values), Map.of("a", value))).isEqualTo(values.contains(value));
    }

    @Property(tries = 200)
    void anythingButIsTheOppositeOfTheList(
            @ForAll @Size(min = 1, max = 5) List<@AlphaChars @StringLength(max = 2) String> values,
            @ForAll @AlphaChars @StringLength(max = 2) String value)
            throws Exception {
        Map<String, Object> pattern = Map.of("a", List.of(Map.of("anything-but", values)));

        assertThat(matches(pattern, Map.of("a", value))).isNotEqualTo(values.contains(value));
    }

    @Property(tries = 200)
    void numericRangeMatchesItsNumbers(
            @ForAll @IntRange(min = -50, max = 0) int above,
            @ForAll @IntRange(min = 1, max = 50) int upTo,
            @ForAll @IntRange(min = -60, max = 60) int value)
            throws Exception {
        Map<String, Object> pattern = Map.of("a", List.of(Map.of("numeric", List.of(">", above, "<=", upTo))));

        assertThat(matches(pattern, Map.of("a", value))).isEqualTo(value > above && value <= upTo);
    }

    @Property(tries = 200)
    void orMatchesWhatEitherSideMatches(
            @ForAll @IntRange(max = 3) int left, @ForAll @IntRange(max = 3) int right, @ForAll @IntRange(max = 3) int a)
            throws Exception {
        int b = 3 - a;
        Map<String, Object> pattern =
                Map.of("$or", List.of(Map.of("a", List.of(left)), Map.of("nested", Map.of("b", List.of(right)))));

        assertThat(matches(pattern, Map.of("a", a, "nested", Map.of("b", b)))).isEqualTo(a == left || b == right);
    }

    @Property(tries = 200)
    void allFieldsMustMatch(
            @ForAll @IntRange(max = 2) int wantedA,
            @ForAll @IntRange(max = 2) int wantedB,
            @ForAll @IntRange(max = 2) int a,
            @ForAll @IntRange(max = 2) int b)
            throws Exception {
        Map<String, Object> pattern = Map.of("a", List.of(wantedA), "b", List.of(wantedB));

        assertThat(matches(pattern, Map.of("a", a, "b", b, "other", 1))).isEqualTo(a == wantedA && b == wantedB);
    }

    private static boolean matches(Map<String, ?> pattern, Map<String, ?> record)
            throws InvalidPatternException, IOException {
        return EventFilter.of(List.of(JSON.std.asString(pattern))).matches(JSON.std.asString(record));
    }
}
