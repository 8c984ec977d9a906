package dev.warmpath.telemetry;

import org.slf4j.event.Level;

/** The lowest level that is written, which Powertools lowers for the invocations that it samples. */
final class LogThreshold {
    private final Level configured;
    private volatile Level current;

    LogThreshold(Level configured) {
        this.configured = configured;
        this.current = configured;
    }

    boolean passes(Level level) {
        return level.toInt() >= current.toInt();
    }

    Level current() {
        return current;
    }

    void set(Level level) {
        current = level;
    }

    /** Ends the sampling of one invocation, since Powertools itself leaves the level lowered for all that follow. */
    void reset() {
        current = configured;
    }
}
