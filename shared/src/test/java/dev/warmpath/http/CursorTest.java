package dev.warmpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Cursor CURSOR =
            Cursor.of(Map.of("A", Position.after("zoë"), "B", Position.START, "C", Position.END));

    @Property
    void everyCursorIsReadAsItWasWritten(@ForAll("cursors") Cursor cursor) {
        assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @Property
    void aCursorCanStandInAQueryAsItIs(@ForAll("cursors") Cursor cursor) {
        assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
    }

    @Property
    void anEditedCursorIsReadBackAsItIsOrRefused(@ForAll("cursors") Cursor cursor, @ForAll int at, @ForAll char other) {
        StringBuilder edited = new StringBuilder(cursor.encode());
        edited.setCharAt(Math.floorMod(at, edited.length()), other);

        assertReadBackOrRefused(edited.toString());
    }

    @Property
    void anyBytesAreReadBackAsTheyAreOrRefused(@ForAll byte[] bytes) {
        byte[] form = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, 0, form, 1, bytes.length);
        form[0] = 1;

        assertReadBackOrRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AQ==", "AR", "Ag", "!", "AQ AQ", "\u00e9", "AQABQQM", "AQABQQAAAUEA"})
    void whatIsNoCursorAnswers400(String text) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Cursor.decode(text));

        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().detail())
                .isEqualTo("The cursor is malformed; give one exactly as a page of this list had it.");
    }

    @Test
    void aTextOverTheLongestAnswers400() {
        String longest = "A".repeat(Cursor.MAX_LENGTH + 1);

        assertThatThrownBy(() -> Cursor.decode(longest)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCursorOverTheLongestIsAMistakeOfOurs() {
        Cursor large = Cursor.of(Map.of("A", Position.after("x".repeat(Cursor.MAX_LENGTH))));

        assertThatThrownBy(large::encode)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A cursor must not be longer than 4096 characters");
    }

    @Test
    void aCursorIsCompact() {
        assertThat(CURSOR.encode()).hasSize(26);
    }

    @Test
    void theStartIsBeforeEveryPart() {
        assertThat(Cursor.start(Set.of("A", "B")))
                .isEqualTo(Cursor.of(Map.of("A", Position.START, "B", Position.START)));
    }

    @Test
    void theEndIsReachedWhenEveryPartIs() {
        assertThat(CURSOR.isAtEnd()).isFalse();
        assertThat(Cursor.of(Map.of("A", Position.END, "B", Position.END)).isAtEnd())
                .isTrue();
    }

    @Provide
    Arbitrary<Cursor> cursors() {
        Arbitrary<Position> positions = Arbitraries.oneOf(
                Arbitraries.of(Position.START, Position.END),
                Arbitraries.strings().ofMaxLength(40).map(Position::after));
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(10), positions)
                .ofMaxSize(16)
                .map(Cursor::of);
    }

    private static void assertReadBackOrRefused(String text) {
        try {
            assertThat(Cursor.decode(text).encode()).isEqualTo(text);
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(400);
        }
    }
}
