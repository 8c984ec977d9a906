package dev.warmpath.local;

import dev.warmpath.local.http.Exchange;
import dev.warmpath.local.http.Gateway;
import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Invocation.Start;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints a line for each of the API's requests: what was answered, and what the function behind it took. */
final class RequestLog implements Consumer<Exchange> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintWriter out;
    private final Clock clock;
    private final Consumer<String> afterRequest;

    /** @param afterRequest told the id of each invocation whose line has been printed */
    RequestLog(PrintWriter out, Clock clock, Consumer<String> afterRequest) {
        this.out = out;
        this.clock = clock;
        this.afterRequest = afterRequest;
    }

    @Override
    public void accept(Exchange exchange) {
        if (!exchange.path().startsWith(Gateway.RESERVED_PATHS)) {
            out.println(line(exchange));
            out.flush();
            exchange.report().map(Report::requestId).ifPresent(afterRequest);
        }
    }

    private String line(Exchange exchange) {
        String request = "%s  %-6s %-28s %d %9s"
                .formatted(
                        TIME.format(LocalTime.now(clock)),
                        exchange.method(),
                        exchange.path(),
                        exchange.status(),
                        milliseconds(exchange.duration()));
        return request
                + exchange.report().map(report -> "  " + figures(report)).orElse("")
                + exchange.errorType().map(type -> "  " + type).orElse("");
    }

    private static String figures(Report report) {
        return "%-15s %s, billed %d ms, %d of %d MB"
                .formatted(
                        report.environmentId(),
                        start(report),
                        report.billed().toMillis(),
                        report.memoryUsedMegabytes(),
                        report.memorySizeMegabytes());
    }

    private static String start(Report report) {
        String snapshot = report.snapshot()
                .map(taken -> " (first its snapshot: " + milliseconds(taken) + ")")
                .orElse("");
        return report.start() == Start.WARM
                ? "warm"
                : report.start().name().toLowerCase(Locale.ROOT) + " in " + milliseconds(report.preparation())
                        + snapshot;
    }

    private static String milliseconds(Duration duration) {
        return "%.1f ms".formatted(duration.toNanos() / 1e6);
    }
}
