package dev.warmpath.local.streams;

import java.time.Duration;
import java.time.Instant;

/** One of the windows that follow each other without gaps; {@code end} is the next one's start. */
record Window(Instant start, Instant end) {
    /** Windows of a length begin at its multiples since 1970. */
    static Window of(Instant time, Duration length) {
        long seconds = length.toSeconds();
        Instant start = Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
        return new Window(start, start.plus(length));
    }
}
