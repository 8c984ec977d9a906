package dev.warmpath.orders.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** A day in UTC, and the keys of its report: orders count on the day on which they were placed. */
public record ReportDay(LocalDate date) {
    private static final DateTimeFormatter FOLDERS = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);

    /**
     * The day that an event asks for: its {@code date} such as {@code 2026-11-20}, or else the day before its {@code time},
     * which is when its schedule was due.
     *
     * @throws IllegalArgumentException if it has neither, or the one it has is malformed
     */
    public static ReportDay of(Map<String, Object> event) {
        if (event.containsKey("date")) {
            return new ReportDay(date(event.get("date")));
        }
        if (event.containsKey("time")) {
            return new ReportDay(dayBefore(event.get("time")));
        }
        throw new IllegalArgumentException(
                "The event says no day; expected a date, as {\"date\": \"2026-11-20\"}, or a schedule's time");
    }

    private static LocalDate date(Object value) {
        if (value instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("The event's date is " + text + "; there is no such day", e);
            }
        }
        throw new IllegalArgumentException("The event's date is " + value + "; expected one such as 2026-11-20");
    }

    private static LocalDate dayBefore(Object value) {
        try {
            return OffsetDateTime.parse(String.valueOf(value))
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate()
                    .minusDays(1);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The event's time is " + value + "; expected one such as 2026-11-21T00:15:00Z", e);
        }
    }

    /** What the time of an order of this day begins with. */
    String timePrefix() {
        return date + "T";
    }

    String ordersKey() {
        return "orders/" + FOLDERS.format(date) + ".csv.gz";
    }

    String summaryKey() {
        return "summary/" + FOLDERS.format(date) + ".xlsx";
    }
}
