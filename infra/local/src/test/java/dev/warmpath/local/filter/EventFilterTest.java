package dev.warmpath.local.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {
    private static final String CONFIRMED = """
            {"eventName": "MODIFY", "dynamodb": {
              "NewImage": {"status": {"S": "CONFIRMED"}, "total": {"N": "250"}, "gift": {"NULL": true}},
              "OldImage": {"status": {"S": "PENDING"}}, "SizeBytes": 26}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"eventName\": [\"MODIFY\"]}",
                "{\"eventName\": [\"INSERT\", \"MODIFY\"]}",
                "{\"dynamodb\": {\"NewImage\": {\"status\": {\"S\": [\"CONFIRMED\"]}}}}",
                "{\"dynamodb\": {\"NewImage\": {\"gift\": {\"NULL\": [true]}}}}",
                "{\"dynamodb\": {\"NewImage\": {\"total\": {\"N\": [\"250\"]}}}}",
                "{\"dynamodb\": {\"OldImage\": {\"status\": {\"S\": [{\"anything-but\": [\"CONFIRMED\"]}]}}}}",
                "{\"dynamodb\": {\"OldImage\": {\"status\": {\"S\": [{\"prefix\": \"PEND\"}]}}}}",
                "{\"dynamodb\": {\"OldImage\": {\"status\": {\"S\": [{\"suffix\": \"ING\"}]}}}}",
                "{\"dynamodb\": {\"OldImage\": {\"status\": {\"S\": [{\"equals-ignore-case\": \"pending\"}]}}}}",
                "{\"dynamodb\": {\"NewImage\": {\"status\": {\"S\": [{\"exists\": true}]}}}}",
                "{\"dynamodb\": {\"NewImage\": {\"reason\": {\"S\": [{\"exists\": false}]}}}}",
                "{\"dynamodb\": {\"SizeBytes\": [{\"numeric\": [\">\", 10, \"<=\", 26]}]}}",
                "{\"dynamodb\": {\"SizeBytes\": [{\"numeric\": [\"=\", 26]}]}}",
                "{\"$or\": [{\"eventName\": [\"INSERT\"]}, {\"dynamodb\": {\"SizeBytes\": [26]}}]}",
                "{\"eventName\": [\"MODIFY\"], \"dynamodb\": {\"SizeBytes\": [26]}}",
            })
    void patternOfTheRecordMatches(String pattern) throws InvalidPatternException {
        assertThat(EventFilter.of(List.of(pattern)).matches(CONFIRMED)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"eventName\": [\"modify\"]}",
                "{\"eventName\": [\"INSERT\"], \"dynamodb\": {\"SizeBytes\": [26]}}",
                "{\"dynamodb\": {\"NewImage\": {\"status\": {\"S\": [{\"anything-but\": [\"CONFIRMED\"]}]}}}}",
                "{\"dynamodb\": {\"NewImage\": {\"reason\": {\"S\": [\"OUT_OF_STOCK\"]}}}}",
                "{\"dynamodb\": {\"NewImage\": {\"status\": {\"S\": [{\"exists\": false}]}}}}",
                "{\"dynamodb\": {\"SizeBytes\": [{\"numeric\": [\">\", 26]}]}}",
                "{\"dynamodb\": {\"SizeBytes\": [\"26\"]}}",
                "{\"$or\": [{\"eventName\": [\"INSERT\"]}, {\"dynamodb\": {\"SizeBytes\": [27]}}]}",
            })
    void patternOfAnotherRecordDoesNot(String pattern) throws InvalidPatternException {
        assertThat(EventFilter.of(List.of(pattern)).matches(CONFIRMED)).isFalse();
    }

    @Test
    void numbersOfDynamoDbAreTextAndMatchNoNumericRange() throws InvalidPatternException {
        EventFilter filter = EventFilter.of(
                List.of("{\"dynamodb\": {\"NewImage\": {\"total\": {\"N\": [{\"numeric\": [\">\", 1]}]}}}}"));

        assertThat(filter.matches(CONFIRMED)).isFalse();
    }

    @Test
    void nullMatchesNullOnly() throws InvalidPatternException {
        EventFilter filter = EventFilter.of(List.of("{\"a\": [null]}"));

        assertThat(filter.matches("{\"a\": null}")).isTrue();
        assertThat(filter.matches("{\"a\": \"\"}")).isFalse();
    }

    @Test
    void onePatternOfSeveralIsEnough() throws InvalidPatternException {
        EventFilter filter = EventFilter.of(List.of("{\"eventName\": [\"INSERT\"]}", "{\"eventName\": [\"MODIFY\"]}"));

        assertThat(filter.matches(CONFIRMED)).isTrue();
    }

    @Test
    void withoutPatternsEverythingMatches() {
        assertThat(EventFilter.none().matches(CONFIRMED)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                               | this is no event pattern (Unexpected end-of-input",
                "[]                              | this is no event pattern (Filter is not an object",
                "{}                              | this is no event pattern (Empty objects are not allowed",
                "{\"a\": 1}                      | this is no event pattern (\"a\" must be an object or an array",
                "{\"a\": []}                     | this is no event pattern (Empty arrays are not allowed",
                "{\"a\": [{\"nope\": 1}]}        | this is no event pattern (Unrecognized match type nope",
                "{\"a\": [{\"numeric\": [\">\", \"x\"]}]} | this is no event pattern (Value of > must be numeric",
                "{\"a\": [{\"wildcard\": \"*x\"}]} | Lambda has no operator [wildcard]; expected one of "
                        + "[anything-but, equals-ignore-case, exists, numeric, prefix, suffix]",
                "{\"$or\": [{\"a\": [1]}, {\"b\": [{\"cidr\": \"10.0.0.0/8\"}]}]} | Lambda has no operator [cidr]",
            })
    void wrongPatternIsRefusedWithItsReason(String pattern, String reason) {
        assertThatThrownBy(() -> EventFilter.of(List.of(pattern)))
                .isInstanceOf(InvalidPatternException.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void tenFiltersAreTheMost() throws InvalidPatternException {
        String pattern = "{\"a\": [1]}";

        assertThat(EventFilter.of(Collections.nCopies(10, pattern)).matches("{\"a\": 1}"))
                .isTrue();
        assertThatThrownBy(() -> EventFilter.of(Collections.nCopies(11, pattern)))
                .hasMessage("there are 11 filters; expected at most 10");
    }

    @Test
    void overlongPatternIsRefused() {
        String pattern = "{\"a\": [\"" + "x".repeat(4096) + "\"]}";

        assertThatThrownBy(() -> EventFilter.of(List.of(pattern)))
                .hasMessage("the pattern has 4107 characters; expected at most 4096");
    }
}
