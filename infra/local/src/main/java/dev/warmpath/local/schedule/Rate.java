package dev.warmpath.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every so many minutes, hours or days, counted from the time before. */
record Rate(Duration period) implements Schedule {
    private static final Pattern FORM = Pattern.compile("rate\\(\\s*(\\d{1,7})\\s+(minute|hour|day)(s?)\\s*\\)");

    static Rate parse(String expression) throws InvalidScheduleException {
        Matcher form = FORM.matcher(expression);
        if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
            throw new InvalidScheduleException("\"" + expression
                    + "\" is no rate; expected rate(value unit), a value of 1 or more and minutes, hours or days");
        }
        int value = Integer.parseInt(form.group(1));
        if ((value == 1) != form.group(3).isEmpty()) {
            throw new InvalidScheduleException("\"" + expression + "\" is no rate; expected the unit " + form.group(2)
                    + (value == 1 ? "" : "s") + " with the value " + value);
        }
        return new Rate(period(value, form.group(2)));
    }

    private static Duration period(int value, String unit) {
        return switch (unit) {
            case "minute" -> Duration.ofMinutes(value);
            case "hour" -> Duration.ofHours(value);
            default -> Duration.ofDays(value);
        };
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return Optional.of(after.plus(period));
    }
}
