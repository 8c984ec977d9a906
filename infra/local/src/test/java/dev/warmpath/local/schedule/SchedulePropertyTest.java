package dev.warmpath.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SchedulePropertyTest {
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2060-01-01T00:00:00Z");

    @Property(tries = 300)
    void nextIsAfterNowAndMatchesEachField(
            @ForAll("instants") Instant now,
            @ForAll @IntRange(max = 59) int minute,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll @IntRange(min = 1, max = 12) int month)
            throws InvalidScheduleException {
        LocalDateTime next = next("cron(%d %d %d %d ? *)".formatted(minute, hour, day, month), now);

        assertThat(next.toInstant(ZoneOffset.UTC)).isAfter(now);
        assertThat(next.getMinute()).isEqualTo(minute);
        assertThat(next.getHour()).isEqualTo(hour);
        assertThat(next.getDayOfMonth()).isEqualTo(day);
        assertThat(next.getMonthValue()).isEqualTo(month);
    }

    @Property(tries = 300)
    void nextIsTheFirstMinuteThatMatches(
            @ForAll("instants") Instant now,
            @ForAll @IntRange(max = 59) int from,
            @ForAll @IntRange(min = 1, max = 30) int step,
            @ForAll @IntRange(max = 12) int firstHour,
            @ForAll @IntRange(min = 13, max = 23) int lastHour)
            throws InvalidScheduleException {
        String expression = "cron(%d/%d %d-%d * * ? *)".formatted(from, step, firstHour, lastHour);
        LocalDateTime next = next(expression, now);

        LocalDateTime expected = minutesAfter(now)
                .filter(time -> time.getMinute() >= from && (time.getMinute() - from) % step == 0)
                .filter(time -> time.getHour() >= firstHour && time.getHour() <= lastHour)
                .findFirst()
                .orElseThrow();
        assertThat(next).isEqualTo(expected);
    }

    @Property(tries = 200)
    void numberedWeekdayIsThatWeekdayOfTheMonth(
            @ForAll("instants") Instant now,
            @ForAll @IntRange(min = 1, max = 7) int weekday,
            @ForAll @IntRange(min = 1, max = 4) int number)
            throws InvalidScheduleException {
        LocalDateTime next = next("cron(0 0 ? * %d#%d *)".formatted(weekday, number), now);

        assertThat(next.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY.plus(weekday - 1));
        assertThat((next.getDayOfMonth() - 1) / 7 + 1).isEqualTo(number);
        assertThat(next.toInstant(ZoneOffset.UTC)).isAfter(now);
    }

    @Property(tries = 200)
    void nearestWeekdayIsNoWeekendAndStaysInTheMonth(
            @ForAll("instants") Instant now, @ForAll @IntRange(min = 1, max = 28) int day)
            throws InvalidScheduleException {
        LocalDateTime next = next("cron(0 0 %dW * ? *)".formatted(day), now);

        assertThat(next.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(Math.abs(next.getDayOfMonth() - day)).isLessThanOrEqualTo(day == 1 ? 2 : 1);
        assertThat(next.toInstant(ZoneOffset.UTC)).isAfter(now);
    }

    @Property(tries = 200)
    void lastDayIsFollowedByAnotherMonth(@ForAll("instants") Instant now) throws InvalidScheduleException {
        LocalDateTime next = next("cron(0 0 L * ? *)", now);

        assertThat(next.plusDays(1).getDayOfMonth()).isEqualTo(1);
    }

    @Property(tries = 200)
    void dailyTimesInAZoneLieAboutADayApart(@ForAll("instants") Instant now) throws InvalidScheduleException {
        Schedule daily = Schedule.parse("cron(30 12 * * ? *)", ZoneId.of("America/New_York"));
        Instant first = daily.next(now).orElseThrow();

        assertThat(Duration.between(first, daily.next(first).orElseThrow()))
                .isBetween(Duration.ofHours(23), Duration.ofHours(25));
    }

    @Property(tries = 100)
    void rateIsItsPeriodAway(@ForAll("instants") Instant now, @ForAll @IntRange(min = 2, max = 9_999_999) int minutes)
            throws InvalidScheduleException {
        Schedule rate = Schedule.parse("rate(" + minutes + " minutes)", ZoneOffset.UTC);

        assertThat(rate.next(now)).contains(now.plus(Duration.ofMinutes(minutes)));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(FIRST.toEpochMilli(), LAST.toEpochMilli())
                .map(Instant::ofEpochMilli);
    }

    private static LocalDateTime next(String expression, Instant now) throws InvalidScheduleException {
        return LocalDateTime.ofInstant(
                Schedule.parse(expression, ZoneOffset.UTC).next(now).orElseThrow(), ZoneOffset.UTC);
    }

    private static Stream<LocalDateTime> minutesAfter(Instant now) {
        LocalDateTime first = LocalDateTime.ofInstant(now, ZoneOffset.UTC)
                .withSecond(0)
                .withNano(0)
                .plusMinutes(1);
        return Stream.iterate(first, time -> time.plusMinutes(1)).limit(3 * 24 * 60);
    }
}
