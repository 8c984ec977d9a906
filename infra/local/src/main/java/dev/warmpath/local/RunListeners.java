package dev.warmpath.local;

import dev.warmpath.local.events.Delivery;
import dev.warmpath.local.http.Exchange;
import dev.warmpath.local.lambda.InvocationListener;
import dev.warmpath.local.lambda.LogSink;
import java.util.function.Consumer;

/**
 * Who is told what happens in a run.
 *
 * @param exchanges each answered request
 * @param deliveries each event that was brought to a function without a request, or given up
 * @param functionLogs each event of a function's log
 * @param invocations each invocation that ended, whoever asked for it
 * @param errors what failed inside the local run itself
 */
public record RunListeners(
        Consumer<Exchange> exchanges,
        Consumer<Delivery> deliveries,
        LogSink functionLogs,
        InvocationListener invocations,
        Consumer<Throwable> errors) {
    /** Without {@code invocations}. */
    public RunListeners(
            Consumer<Exchange> exchanges,
            Consumer<Delivery> deliveries,
            LogSink functionLogs,
            Consumer<Throwable> errors) {
        this(exchanges, deliveries, functionLogs, InvocationListener.NONE, errors);
    }
}
