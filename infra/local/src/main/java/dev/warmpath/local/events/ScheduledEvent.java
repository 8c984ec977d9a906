package dev.warmpath.local.events;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.local.template.ScheduleSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The event that a schedule sends.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html">Creating a scheduled
 *     rule for Lambda functions</a>
 */
public record ScheduledEvent(ScheduleSpec schedule, PseudoParameters pseudo) {
    private static final String SCHEDULER = "aws.scheduler";

    /** The template's input where it gives one, else EventBridge's own event. */
    public byte[] at(Instant time) {
        return schedule.input()
                .map(input -> input.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> ofEventBridge(time));
    }

    private byte[] ofEventBridge(Instant time) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", "Scheduled Event");
        event.put("source", schedule.source());
        event.put("account", pseudo.accountId());
        event.put("time", DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS)));
        event.put("region", pseudo.region());
        event.put("resources", List.of(schedule.arn()));
        // EventBridge Scheduler sends the empty object as text, the older rules as an object.
        event.put("detail", schedule.source().equals(SCHEDULER) ? "{}" : Map.of());
        try {
            return JSON.std.asBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
