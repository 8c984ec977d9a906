package dev.warmpath.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.schedule.InvalidScheduleException;
import dev.warmpath.local.schedule.Schedule;
import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.local.template.ScheduleSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SchedulesTest {
    private static final PseudoParameters PSEUDO = PseudoParameters.local("us-east-1");
    private static final String RULE = "arn:aws:events:us-east-1:000000000000:rule/nightly";

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final AsyncInvocations invocations = new AsyncInvocations(
            new Deliveries(
                    (function, trace, event) -> {
                        events.add(function + " " + new String(event, StandardCharsets.UTF_8));
                        return new Invocation(new Result.Success(new byte[0]), report());
                    },
                    deliveries::add),
            error -> {
                throw new AssertionError(error);
            });
    private Instant now = Instant.parse("2026-11-20T11:58:30Z");

    @AfterEach
    void stop() {
        invocations.close();
    }

    @Test
    void eventIsSentWhenItIsDueAndNotBefore() throws Exception {
        Schedules schedules = schedules(spec("cron(0 12 * * ? *)", Optional.empty(), true));
        schedules.sendDue();
        now = Instant.parse("2026-11-20T12:00:00.1Z");

        schedules.sendDue();
        schedules.sendDue();

        Await.until("the event", () -> deliveries.size() == 1);
        Map<String, Object> event = JSON.std.mapFrom(events.getFirst().substring("Report ".length()));
        assertThat(event.remove("id").toString()).hasSize(36);
        assertThat(event)
                .isEqualTo(Map.of(
                        "version", "0",
                        "detail-type", "Scheduled Event",
                        "source", "aws.events",
                        "account", "000000000000",
                        "time", "2026-11-20T12:00:00Z",
                        "region", "us-east-1",
                        "resources", List.of(RULE),
                        "detail", Map.of()));
        assertThat(deliveries.getFirst().detail()).isEqualTo("nightly");
    }

    @Test
    void inputTakesThePlaceOfTheEvent() throws Exception {
        Schedules schedules = schedules(spec("rate(1 minute)", Optional.of("{\"full\":true}"), true));
        now = now.plusSeconds(60);

        schedules.sendDue();

        Await.until("the event", () -> !events.isEmpty());
        assertThat(events).containsExactly("Report {\"full\":true}");
    }

    @Test
    void rateIsKeptWithoutDrift() throws Exception {
        Schedules schedules = schedules(spec("rate(1 minute)", Optional.of("1"), true));
        for (int second = 1; second <= 300; second++) {
            now = now.plusMillis(1_003);
            schedules.sendDue();
        }

        Await.until("five events", () -> events.size() == 5);
    }

    @Test
    void missedTimesAreMadeUpForOnce() throws Exception {
        Schedules schedules = schedules(spec("rate(1 minute)", Optional.of("1"), true));
        now = now.plus(Duration.ofHours(3));

        schedules.sendDue();
        schedules.sendDue();
        now = now.plus(Duration.ofSeconds(61));
        schedules.sendDue();

        Await.until("two events", () -> events.size() == 2);
    }

    @Test
    void disabledScheduleSendsNothing() throws Exception {
        Schedules schedules = schedules(
                spec("rate(1 minute)", Optional.of("\"off\""), false),
                spec("rate(1 minute)", Optional.of("\"on\""), true));
        now = now.plusSeconds(60);

        schedules.sendDue();

        Await.until("the event", () -> !events.isEmpty());
        assertThat(events).containsExactly("Report \"on\"");
    }

    @Test
    void schedulerSendsItsDetailAsText() throws Exception {
        ScheduleSpec spec = new ScheduleSpec(
                "Report",
                "aws.scheduler",
                "arn:aws:scheduler:us-east-1:000000000000:schedule/default/nightly",
                Schedule.parse("rate(1 day)", ZoneOffset.UTC),
                Optional.empty(),
                true,
                2);

        Map<String, Object> event = JSON.std.mapFrom(new ScheduledEvent(spec, PSEUDO).at(now));

        assertThat(event).containsEntry("source", "aws.scheduler").containsEntry("detail", "{}");
    }

    private Schedules schedules(ScheduleSpec... specs) {
        return new Schedules(List.of(specs), () -> now, PSEUDO, invocations);
    }

    private static ScheduleSpec spec(String expression, Optional<String> input, boolean enabled)
            throws InvalidScheduleException {
        return new ScheduleSpec(
                "Report", "aws.events", RULE, Schedule.parse(expression, ZoneOffset.UTC), input, enabled, 2);
    }

    private static Invocation.Report report() {
        return new Invocation.Report(
                "request",
                "Report-1",
                Invocation.Start.WARM,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty(),
                512,
                1);
    }
}
