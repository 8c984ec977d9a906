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
        out.printf("[%s, some %d min left] %s%n", passed(), Math.ceilDiv(Math.max(0, left.toSeconds()), 60), what);
        out.flush();
        left = left.minus(takes);
    }

    /** Part of what was begun last. */
    void say(String what) {
        out.println("        " + what);
        out.flush();
    }

    void done() {
        out.printf("[%s] measured%n", passed());
        out.flush();
    }

    private String passed() {
        Duration passed = Duration.ofNanos(System.nanoTime() - began);
        return "%d:%02d".formatted(passed.toMinutes(), passed.toSecondsPart());
    }
}
