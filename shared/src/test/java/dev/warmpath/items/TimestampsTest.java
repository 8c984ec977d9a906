package dev.warmpath.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {
    private static final long YEAR_0 = -62_167_219_200_000L;
    private static final long YEAR_9999 = 253_402_300_799_999L;

    private final Timestamps timestamps = new Timestamps();

    @Test
    void aFullSecondSortsBeforeItsMilliseconds() {
        Instant second = Instant.parse("2026-11-20T10:50:40Z");

        assertThat(Timestamps.text(second)).isEqualTo("2026-11-20T10:50:40.000Z");
        assertThat(Timestamps.text(second)).isLessThan(Timestamps.text(second.plusMillis(1)));
    }

    @Property
    void textsSortAsTheirInstants(
            @ForAll @LongRange(min = YEAR_0, max = YEAR_9999) long one,
            @ForAll @LongRange(min = YEAR_0, max = YEAR_9999) long other) {
        int order = Timestamps.text(Instant.ofEpochMilli(one)).compareTo(Timestamps.text(Instant.ofEpochMilli(other)));

        assertThat(Integer.signum(order)).isEqualTo(Long.compare(one, other));
    }

    @Property
    void anInstantIsReadAsItWasKept(
            @ForAll @LongRange(min = YEAR_0, max = YEAR_9999) long millis,
            @ForAll @LongRange(max = 999_999) long nanos) {
        Instant instant = Instant.ofEpochMilli(millis).plusNanos(nanos);

        assertThat(timestamps.transformTo(timestamps.transformFrom(instant))).isEqualTo(Timestamps.exact(instant));
        assertThat(Timestamps.exact(instant)).isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    @ParameterizedTest
    @CsvSource({
        "-0001-12-31T23:59:59.999Z, false",
        "0000-01-01T00:00:00Z, true",
        "9999-12-31T23:59:59.999Z, true",
        "+10000-01-01T00:00:00Z, false"
    })
    void yearsOfFourDigitsSort(String instant, boolean sorts) {
        assertThat(Timestamps.sorts(Instant.parse(instant))).isEqualTo(sorts);
    }
}
