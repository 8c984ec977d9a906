package dev.warmpath.telemetry;

import org.slf4j.Logger;
import org.slf4j.event.Level;
import software.amazon.lambda.powertools.logging.internal.LoggingManager;

/** Lets Powertools set the log level; Powertools finds it as a service. All loggers share one level. */
public final class PowertoolsLogLevel implements LoggingManager {
    @Override
    public void setLogLevel(Level level) {
        Telemetry.logThreshold().set(level);
    }

    @Override
    public Level getLogLevel(Logger logger) {
        return Telemetry.logThreshold().current();
    }
}
