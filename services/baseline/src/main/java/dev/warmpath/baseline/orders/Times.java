package dev.warmpath.baseline.orders;

import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;

final class Times {
    private Times() {}

    static String text(Instant instant) {
        return new DateTimeFormatterBuilder().appendInstant(3).toFormatter().format(instant);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
