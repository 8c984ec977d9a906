package dev.warmpath.baseline.time;

import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;

public final class Times {
    private Times() {}

    public static String text(Instant instant) {
        return new DateTimeFormatterBuilder().appendInstant(3).toFormatter().format(instant);
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
