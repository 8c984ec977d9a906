package dev.warmpath.telemetry;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** The slf4j provider of every function; slf4j finds it as a service, so code only ever names slf4j. */
public final class JsonLogging implements SLF4JServiceProvider {
    private final ConcurrentMap<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new ThreadContext();

    @Override
    public void initialize() {
        // All state is made with the object.
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return this::logger;
    }

    private Logger logger(String name) {
        return loggers.computeIfAbsent(name, Telemetry::logger);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0";
    }
}
