package dev.warmpath.bench.comparison.drive;

import java.io.PrintWriter;
import java.time.Duration;

/** Tells a person at the terminal what runs now, since when, and how long it will still take. */
final class Progress {
    private final PrintWriter out;
    private final long began = System.nanoTime();
    private Duration left;

    Progress(PrintWriter out, Duration expected) {
        this.out = out;
        this.left = expected;
    }

    /** @param takes what was planned for it */
    void begin(String what, Duration takes) {
        out.printf(
                "[%s, some %d min left] %s%n",
                minutes(Duration.ofNanos(System.nanoTime() - began)), Math.ceilDiv(left.toSeconds(), 60), what);
        out.flush();
        left = left.minus(takes);
    }

    void say(String what) {
        out.println(what);
        out.flush();
    }

    static String minutes(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
