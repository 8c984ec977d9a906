package dev.warmpath.telemetry;

import java.util.List;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/**
 * What a caller logged.
 *
 * @param message with its placeholders filled in
 * @param arguments those of the placeholders, or null
 * @param thrown what was logged with it, or null
 */
record LogEvent(
        Level level, String logger, String message, Object[] arguments, List<KeyValuePair> extras, Throwable thrown) {}
