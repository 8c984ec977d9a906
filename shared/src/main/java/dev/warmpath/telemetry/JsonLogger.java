package dev.warmpath.telemetry;

import java.util.List;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** A logger of slf4j whose events become lines of JSON; key-value pairs and structured arguments become fields of their own. */
final class JsonLogger extends LegacyAbstractLogger implements LoggingEventAware {
    private final transient LogLine line;
    private final transient LogThreshold threshold;

    JsonLogger(String name, LogThreshold threshold, LogLine line) {
        this.name = name;
        this.threshold = threshold;
        this.line = line;
    }

    @Override
    public void log(LoggingEvent event) {
        List<KeyValuePair> extras = event.getKeyValuePairs() == null ? List.of() : event.getKeyValuePairs();
        Object[] arguments = event.getArgumentArray();
        String message = format(event.getMessage(), arguments);
        line.write(new LogEvent(event.getLevel(), name, message, arguments, extras, event.getThrowable()));
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
        line.write(new LogEvent(level, name, format(pattern, arguments), arguments, List.of(), thrown));
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
        return threshold.passes(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return threshold.passes(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return threshold.passes(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return threshold.passes(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return threshold.passes(Level.ERROR);
    }
}
