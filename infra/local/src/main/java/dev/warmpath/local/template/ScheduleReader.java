package dev.warmpath.local.template;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.schedule.InvalidScheduleException;
import dev.warmpath.local.schedule.Schedule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * Reads events of type {@code Schedule} and {@code ScheduleV2}.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedule.html">
 * Schedule</a> and <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedulev2.html">
 * ScheduleV2</a>.
 *
 * @param functionProperties of the function that is invoked
 */
record ScheduleReader(String function, Properties functionProperties, PseudoParameters pseudo) {
    static final String RULE = "Schedule";
    static final String SCHEDULER = "ScheduleV2";

    /**
     * How often Lambda tries again, unless {@code EventInvokeConfig} says otherwise.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">How Lambda handles
     *     errors and retries with asynchronous invocation</a>
     */
    private static final int RETRIES = 2;

    /** A schedule of EventBridge's rules. */
    ScheduleSpec rule(String name, Properties event) {
        requireOneSwitch(event);
        String rule = event.text("Name").orElse(pseudo.stackName() + "-" + function + name);
        return new ScheduleSpec(
                function,
                "aws.events",
                pseudo.arn("events", "rule/" + rule),
                schedule(event, "Schedule", ZoneOffset.UTC),
                input(event),
                event.has("Enabled") ? event.flag("Enabled") : isOn(event),
                retries());
    }

    private static void requireOneSwitch(Properties event) {
        if (event.has("Enabled") && event.has("State")) {
            throw event.error("there are both Enabled and State; expected one of them");
        }
    }

    /** A schedule of EventBridge Scheduler. */
    ScheduleSpec scheduler(String name, Properties event) {
        event.refuse("StartDate", "a schedule without start and end");
        event.refuse("EndDate", "a schedule without start and end");
        event.text("Input").filter(input -> input.contains("<aws.scheduler.")).ifPresent(input -> {
            throw event.at("Input").error("context attributes are not supported by the local run; expected plain JSON");
        });
        String schedule = event.text("Name").orElse(function + name);
        String group = event.text("GroupName").orElse("default");
        return new ScheduleSpec(
                function,
                "aws.scheduler",
                pseudo.arn("scheduler", "schedule/" + group + "/" + schedule),
                schedule(event, "ScheduleExpression", zone(event)),
                input(event),
                isOn(event),
                retries());
    }

    private static boolean isOn(Properties event) {
        return !event.word("State", Set.of("ENABLED", "DISABLED")).equals(Optional.of("DISABLED"));
    }

    private static Schedule schedule(Properties event, String key, ZoneId zone) {
        try {
            return Schedule.parse(event.requiredText(key), zone);
        } catch (InvalidScheduleException e) {
            throw event.at(key).error(e.getMessage());
        }
    }

    private static ZoneId zone(Properties event) {
        String key = "ScheduleExpressionTimezone";
        try {
            return ZoneId.of(event.text(key).orElse("UTC"));
        } catch (DateTimeException e) {
            throw event.at(key)
                    .error("\"" + event.requiredText(key) + "\" is no time zone; expected one such as Europe/Berlin");
        }
    }

    private static Optional<String> input(Properties event) {
        event.text("Input").ifPresent(input -> requireJson(event.at("Input"), input));
        return event.text("Input");
    }

    private static void requireJson(Place at, String input) {
        try {
            JSON.std.anyFrom(input);
        } catch (IOException e) {
            throw at.error("the input is no JSON; expected the event as JSON text");
        }
    }

    private int retries() {
        Properties asynchronous = functionProperties.child("EventInvokeConfig");
        asynchronous.refuse("DestinationConfig", "no destinations of asynchronous invocations");
        return asynchronous.integer("MaximumRetryAttempts", 0, RETRIES).orElse(RETRIES);
    }
}
