package dev.warmpath.local.schedule;

import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * AWS's six fields: minutes, hours, day of month, month, day of week (1 is Sunday), year; one of the two days is
 * {@code ?}.
 */
record Cron(ExecutionTime times, ZoneId zone) implements Schedule {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    /** The library looks no further ahead. */
    private static final int YEARS_SEARCHED = 100;

    private static final CronDefinition AWS = definition();

    private static CronDefinition definition() {
        return CronDefinitionBuilder.defineCron()
                .withMinutes()
                .withStrictRange()
                .and()
                .withHours()
                .withStrictRange()
                .and()
                .withDayOfMonth()
                .supportsL()
                .supportsW()
                .supportsLW()
                .supportsQuestionMark()
                .withStrictRange()
                .and()
                .withMonth()
                .withStrictRange()
                .and()
                .withDayOfWeek()
                .withValidRange(1, 7)
                .withMondayDoWValue(2)
                .supportsHash()
                .supportsL()
                .supportsQuestionMark()
                .withStrictRange()
                .and()
                .withYear()
                .withValidRange(FIRST_YEAR, LAST_YEAR)
                .withStrictRange()
                .and()
                .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
                .instance();
    }

    static Cron parse(String expression, ZoneId zone) throws InvalidScheduleException {
        String fields =
                expression.substring("cron(".length(), expression.length() - 1).strip();
        try {
            Cron cron = new Cron(ExecutionTime.forCron(new CronParser(AWS).parse(fields)), zone);
            cron.requireEverDue(expression);
            return cron;
        } catch (IllegalArgumentException e) {
            throw new InvalidScheduleException("\"" + expression + "\" is no cron expression ("
                    + e.getMessage()
                            .replaceFirst("^Failed to parse cron expression\\. ", "")
                            .replaceFirst("\\.$", "")
                    + "); expected cron(minutes hours day-of-month month day-of-week year), one of the days as ?");
        }
    }

    private void requireEverDue(String expression) throws InvalidScheduleException {
        boolean everDue = IntStream.iterate(FIRST_YEAR, year -> year < LAST_YEAR, year -> year + YEARS_SEARCHED)
                .mapToObj(year -> ZonedDateTime.of(year, 1, 1, 0, 0, 0, 0, zone).minusSeconds(1))
                .anyMatch(start -> next(start.toInstant()).isPresent());
        if (!everDue) {
            throw new InvalidScheduleException("\"" + expression + "\" is never due; expected a date that exists");
        }
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
    }
}
