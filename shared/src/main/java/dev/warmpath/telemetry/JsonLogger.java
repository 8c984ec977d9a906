package dev.warmpath.telemetry;

import java.util.List;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** A logger of slf4j whose events become lines of JSON; key-value pairs become fields of their own. */
final class JsonLogger extends LegacyAbstractLogger implements LoggingEventAware {
    private final transient LogLine line;
    private final Level threshold;

    JsonLogger(String name, Level threshold, LogLine line) {
        this.name = name;
        this.threshold = threshold;
        this.line = line;
    }

    @Override
    public void log(LoggingEvent event) {
        List<KeyValuePair> extras = event.getKeyValuePairs() == null ? List.of() : event.getKeyValuePairs();
        String message = format(event.getMessage(), event.getArgumentArray());
        line.write(event.getLevel(), name, message, extras, event.getThrowable());
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
        line.write(level, name, format(pattern, arguments), List.of(), thrown);
    }

    private static String format(String pattern, Object[] arguments) {
        return arguments == null ? pattern : MessageFormatter.basicArrayFormat(pattern, arguments);
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return JsonLogger.class.getName();
    }

    @Override
    public boolean isTraceEnabled() {
        return enabled(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return enabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return enabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return enabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return enabled(Level.ERROR);
    }

    private boolean enabled(Level level) {
        return level.toInt() >= threshold.toInt();
    }
}
