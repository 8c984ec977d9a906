package dev.warmpath.orders.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportDayTest {
    @Test
    void dateOfTheEventIsTheDay() {
        ReportDay day = ReportDay.of(Map.of("date", "2026-01-02", "time", "2027-05-05T00:15:00Z"));

        assertThat(day.date()).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThat(day.ordersKey()).isEqualTo("orders/2026/01/02.csv.gz");
        assertThat(day.summaryKey()).isEqualTo("summary/2026/01/02.xlsx");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T00:15:00Z, 2026-11-20",
        "2026-03-01T00:15:00Z, 2026-02-28",
        "2026-01-01T23:59:59Z, 2025-12-31",
        "2026-11-21T01:15:00+02:00, 2026-11-19"
    })
    void scheduleReportsTheDayBeforeItsTimeInUtc(String time, LocalDate day) {
        assertThat(ReportDay.of(Map.of("time", time)).date()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20.11.2026", "2026-11-20T00:00:00Z", "2026-1-2", "", "+12026-11-20"})
    void malformedDateIsNamedWithWhatIsExpected(String date) {
        assertThatThrownBy(() -> ReportDay.of(Map.of("date", date)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The event's date is " + date + "; expected one such as 2026-11-20");
    }

    @Test
    void dateThatIsNoTextIsRefused() {
        assertThatThrownBy(() -> ReportDay.of(Map.of("date", 20_261_120)))
                .hasMessage("The event's date is 20261120; expected one such as 2026-11-20");
    }

    @Test
    void dayThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> ReportDay.of(Map.of("date", "2026-02-29")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The event's date is 2026-02-29; there is no such day");
    }

    @Test
    void malformedTimeIsNamedWithWhatIsExpected() {
        assertThatThrownBy(() -> ReportDay.of(Map.of("time", "midnight")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The event's time is midnight; expected one such as 2026-11-21T00:15:00Z");
    }

    @Test
    void eventWithoutADayIsRefused() {
        assertThatThrownBy(() -> ReportDay.of(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a date, as {\"date\": \"2026-11-20\"}, or a schedule's time");
    }
}
