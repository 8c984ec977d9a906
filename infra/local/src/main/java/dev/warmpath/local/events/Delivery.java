package dev.warmpath.local.events;

import dev.warmpath.local.lambda.Invocation;
import java.time.Duration;
import java.util.Optional;

/**
 * What a log line says about one event that was brought to a function, or given up; it never carries the event.
 *
 * @param source what the event came from, such as {@code STREAM}
 * @param detail such as {@code OrdersTable, 25 records}
 * @param report empty where no environment ran the function
 * @param errorType Lambda's name for what went wrong; empty if nothing did
 */
public record Delivery(
        String source,
        String detail,
        Duration duration,
        Optional<Invocation.Report> report,
        Optional<String> errorType) {}
