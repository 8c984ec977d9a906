package dev.warmpath.local.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When something is due, again and again.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">Schedule
 *     patterns of EventBridge rules</a>
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule types of EventBridge
 *     Scheduler</a>
 */
public sealed interface Schedule permits Rate, Cron {
    /**
     * Reads {@code rate(5 minutes)} or {@code cron(0 10 * * ? *)}.
     *
     * @param zone whose clock the fields of cron are read by
     * @throws InvalidScheduleException if the expression is neither, or is never due
     */
    static Schedule parse(String expression, ZoneId zone) throws InvalidScheduleException {
        String text = expression.strip();
        if (text.startsWith("rate(") && text.endsWith(")")) {
            return Rate.parse(text);
        }
        if (text.startsWith("cron(") && text.endsWith(")")) {
            return Cron.parse(text, zone);
        }
        throw new InvalidScheduleException("\"" + expression
                + "\" is no schedule that the local run knows; expected rate(5 minutes) or cron(0 10 * * ? *)");
    }

    /** The first time after {@code after}; empty if there is none any more. */
    Optional<Instant> next(Instant after);
}
