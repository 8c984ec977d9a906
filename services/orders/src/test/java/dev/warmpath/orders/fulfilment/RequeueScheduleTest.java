package dev.warmpath.orders.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.orders.data.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RequeueScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:50:40.123Z");

    @Example
    void waitsDoubleUpToSixHours() {
        RequeueSchedule schedule = new RequeueSchedule(Duration.ofSeconds(60), 20);

        assertThat(schedule.waitAfter(1)).hasSeconds(120);
        assertThat(schedule.waitAfter(2)).hasSeconds(240);
        assertThat(schedule.waitAfter(8)).hasSeconds(15_360);
        assertThat(schedule.waitAfter(9)).hasHours(6);
        assertThat(schedule.waitAfter(20)).hasHours(6);
    }

    @Property
    void noWaitIsShorterThanTheOneBeforeNorLongerThanTheLongest(
            @ForAll @IntRange(min = 1, max = 86_400) int first, @ForAll @IntRange(min = 1, max = 20) int number) {
        RequeueSchedule schedule = new RequeueSchedule(Duration.ofSeconds(first), 20);
        Duration longest = Duration.ofSeconds(Math.max(first, RequeueSchedule.LONGEST_WAIT.toSeconds()));

        assertThat(schedule.waitAfter(number))
                .isBetween(Duration.ofSeconds(first), longest)
                .isGreaterThanOrEqualTo(number == 1 ? Duration.ZERO : schedule.waitAfter(number - 1));
    }

    @Property
    void thereAreAsManyAttemptsAsStatedAndEachIsLaterThanTheOneBefore(
            @ForAll @IntRange(min = 1, max = 86_400) int first, @ForAll @IntRange(min = 1, max = 20) int attempts) {
        RequeueSchedule schedule = new RequeueSchedule(Duration.ofSeconds(first), attempts);
        Attempt due = new Attempt(0, NOW);
        int made = 0;
        for (Optional<Attempt> next = schedule.after(due, due.at());
                next.isPresent();
                next = schedule.after(due, due.at())) {
            assertThat(next.get().at()).isAfter(due.at());
            due = next.get();
            made++;
        }

        assertThat(made).isEqualTo(attempts);
        assertThat(due.number()).isEqualTo(attempts);
    }
}
