package dev.warmpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private static final Cursor CURSOR = Cursor.of(Map.of("A", Position.after("x"), "B", Position.END));

    @Test
    void aPageHas20ItemsUnlessTheCallerSaysOtherwise() {
        assertThat(of(Map.of()).limit()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "10, 10", "99, 99", "100, 100"})
    void aLimitIsRead(String text, int limit) {
        assertThat(of(Map.of("limit", text)).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "101", "1000", "+1", "01", "1.0", " 1", "1,2", "ten", "\u0661", "99999999999"})
    void anyOtherLimitAnswers400(String limit) {
        assertThat(refused(Map.of("limit", limit)))
                .isEqualTo(Problem.badRequest("The query parameter limit must be a whole number from 1 to 100."));
    }

    @Test
    void anUnknownParameterAnswers400() {
        assertThat(refused(Map.of("limit", "5", "offset", "3")))
                .isEqualTo(Problem.badRequest("The only query parameters are status, limit, cursor."));
    }

    @Test
    void aFilterIsKnown() {
        assertThat(of(Map.of("status", "whatever")).cursor()).isEmpty();
    }

    @Test
    void aListStartsWithoutACursor() {
        assertThat(of(Map.of()).cursorOver(Set.of("A", "B"))).isEqualTo(Cursor.start(Set.of("A", "B")));
    }

    @Test
    void aListGoesOnAtItsCursor() {
        assertThat(of(Map.of("cursor", CURSOR.encode())).cursorOver(Set.of("A", "B")))
                .isEqualTo(CURSOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "A,B,C", "C,D", ""})
    void aCursorOfAnotherListAnswers400(String parts) {
        Paging paging = of(Map.of("cursor", CURSOR.encode()));

        assertThat(catchThrowableOfType(ProblemException.class, () -> paging.cursorOver(Set.of(parts.split(","))))
                        .problem())
                .isEqualTo(Problem.badRequest(
                        "The cursor belongs to another query; give it with the parameters that it was answered to."));
    }

    @Test
    void aMalformedCursorAnswers400() {
        assertThat(refused(Map.of("cursor", "")).status()).isEqualTo(400);
    }

    private static Paging of(Map<String, String> query) {
        return Paging.of(Events.get(query), "status");
    }

    private static Problem refused(Map<String, String> query) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> of(query));
        assertThat(refused).isNotNull();
        return refused.problem();
    }
}
