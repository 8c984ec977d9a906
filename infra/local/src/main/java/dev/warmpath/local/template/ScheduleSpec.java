package dev.warmpath.local.template;

import dev.warmpath.local.schedule.Schedule;
import java.util.Optional;

/**
 * A schedule that invokes a function.
 *
 * @param source what sends the event, {@code aws.events} (a rule) or {@code aws.scheduler} (EventBridge Scheduler)
 * @param arn of the rule or schedule
 * @param input the event that the template gives; empty for EventBridge's own
 * @param retries how often an invocation is tried again after an error of the function
 */
public record ScheduleSpec(
        String function,
        String source,
        String arn,
        Schedule schedule,
        Optional<String> input,
        boolean enabled,
        int retries) {}
