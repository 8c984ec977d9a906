package dev.warmpath.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    /** A Friday. */
    private static final Instant NOW = Instant.parse("2026-11-20T13:41:30.5Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(1 minute)                  | 2026-11-20T13:42:30.500Z",
                "rate(5 minutes)                 | 2026-11-20T13:46:30.500Z",
                "rate(1 hour)                    | 2026-11-20T14:41:30.500Z",
                "rate(7 days)                    | 2026-11-27T13:41:30.500Z",
                "cron(0 10 * * ? *)              | 2026-11-21T10:00:00Z",
                "cron(15 12 * * ? *)             | 2026-11-21T12:15:00Z",
                "cron(0 18 ? * MON-FRI *)        | 2026-11-20T18:00:00Z",
                "cron(0/15 * * * ? *)            | 2026-11-20T13:45:00Z",
                "cron(1/10 * * * ? *)            | 2026-11-20T13:51:00Z",
                "cron(5 8-17/3 ? * MON,WED *)    | 2026-11-23T08:05:00Z",
                "cron(0 8 1 * ? *)               | 2026-12-01T08:00:00Z",
                "cron(0 9 ? * 2#1 *)             | 2026-12-07T09:00:00Z",
                "cron(0 9 ? * TUE#2 *)           | 2026-12-08T09:00:00Z",
                "cron(0 9 ? * 6L *)              | 2026-11-27T09:00:00Z",
                "cron(0 9 ? * L *)               | 2026-11-21T09:00:00Z",
                "cron(0 9 L * ? *)               | 2026-11-30T09:00:00Z",
                "cron(0 9 LW 1 ? 2027)           | 2027-01-29T09:00:00Z",
                "cron(0 9 3W * ? *)              | 2026-12-03T09:00:00Z",
                "cron(0 9 15W 11 ? 2026-2027)    | 2027-11-15T09:00:00Z",
                "cron(0 9 6W 2 ? 2027)           | 2027-02-05T09:00:00Z",
                "cron(0 9 1W 5 ? 2027)           | 2027-05-03T09:00:00Z",
                "cron(0 0 29 2 ? *)              | 2028-02-29T00:00:00Z",
                "cron(0 0 ? JAN-MAR SUN *)       | 2027-01-03T00:00:00Z",
                "cron(0 0 1 1 ? 2080)            | 2080-01-01T00:00:00Z",
            })
    void nextTimeIsTheOneThatAwsDescribes(String expression, Instant next) throws InvalidScheduleException {
        assertThat(Schedule.parse(expression, ZoneOffset.UTC).next(NOW)).contains(next);
    }

    @Test
    void timeItselfIsNotTheNextOne() throws InvalidScheduleException {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");

        assertThat(Schedule.parse("cron(0 12 * * ? *)", ZoneOffset.UTC).next(noon))
                .contains(Instant.parse("2026-11-21T12:00:00Z"));
    }

    @Test
    void fieldsAreReadByTheClockOfTheZone() throws InvalidScheduleException {
        Schedule daily = Schedule.parse("cron(0 3 * * ? *)", ZoneId.of("Europe/Berlin"));

        assertThat(daily.next(NOW)).contains(Instant.parse("2026-11-21T02:00:00Z"));
        assertThat(daily.next(Instant.parse("2027-06-30T12:00:00Z"))).contains(Instant.parse("2027-07-01T01:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1970, 2069, 2071, 2199})
    void yearOfTheWholeRangeIsTaken(int year) throws InvalidScheduleException {
        Schedule schedule = Schedule.parse("cron(0 0 1 1 ? " + year + ")", ZoneOffset.UTC);

        assertThat(schedule.next(Instant.parse((year - 1) + "-06-01T00:00:00Z")))
                .contains(Instant.parse(year + "-01-01T00:00:00Z"));
    }

    @Test
    void pastYearHasNoNextTime() throws InvalidScheduleException {
        assertThat(Schedule.parse("cron(0 0 1 1 ? 2020)", ZoneOffset.UTC).next(NOW))
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every day                 | is no schedule that the local run knows; expected rate(5 minutes)",
                "at(2027-01-01T00:00:00)   | is no schedule that the local run knows",
                "rate(0 minutes)           | is no rate; expected rate(value unit), a value of 1 or more",
                "rate(-1 minutes)          | is no rate",
                "rate(1.5 hours)           | is no rate",
                "rate(5 seconds)           | is no rate",
                "rate(5minutes)            | is no rate",
                "rate(1 minutes)           | is no rate; expected the unit minute with the value 1",
                "rate(5 minute)            | is no rate; expected the unit minutes with the value 5",
                "cron(* * * * *)           | is no cron expression (Cron expression contains 5 parts",
                "cron(0 0 * * ? * *)       | is no cron expression (Cron expression contains 7 parts",
                "cron()                    | is no cron expression",
                "cron(60 0 * * ? *)        | is no cron expression (Value 60 not in range [0, 59])",
                "cron(0 24 * * ? *)        | is no cron expression (Value 24 not in range [0, 23])",
                "cron(0 0 0 * ? *)         | is no cron expression (Value 0 not in range [1, 31])",
                "cron(0 0 ? * 8 *)         | is no cron expression (Value 8 not in range [1, 7])",
                "cron(0 0 * * * *)         | is no cron expression",
                "cron(0 0 1 * MON *)       | is no cron expression",
                "cron(0 0 ? * ? *)         | is no cron expression",
                "cron(x 0 * * ? *)         | is no cron expression",
                "cron(0 0 31 2 ? *)        | is never due; expected a date that exists",
            })
    void wrongExpressionIsRefusedWithItsReason(String expression, String reason) {
        assertThatThrownBy(() -> Schedule.parse(expression, ZoneOffset.UTC))
                .isInstanceOf(InvalidScheduleException.class)
                .hasMessageStartingWith("\"" + expression + "\" " + reason);
    }
}
