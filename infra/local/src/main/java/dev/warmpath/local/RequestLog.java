package dev.warmpath.local;

import dev.warmpath.local.events.Delivery;
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
import java.util.Optional;
import java.util.function.Consumer;

/** Prints a line for each request and each other event: what was answered, and what the function behind it took. */
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
            print(line(exchange), exchange.report());
        }
    }

    void delivered(Delivery delivery) {
        print(line(delivery), delivery.report());
    }

    private void print(String line, Optional<Report> report) {
        out.println(line);
        out.flush();
        report.map(Report::requestId).ifPresent(afterRequest);
    }

    private String line(Exchange exchange) {
        String request = "%s  %-6s %-28s %d %9s"
                .formatted(
                        TIME.format(LocalTime.now(clock)),
                        exchange.method(),
                        exchange.path(),
                        exchange.status(),
                        milliseconds(exchange.duration()));
        return request + end(exchange.report(), exchange.errorType());
    }

    private String line(Delivery delivery) {
        String event = "%s  %-6s %-28s %-3s %9s"
                .formatted(
                        TIME.format(LocalTime.now(clock)),
                        delivery.source(),
                        delivery.detail(),
                        delivery.errorType().isEmpty() ? "ok" : "err",
                        milliseconds(delivery.duration()));
        return event + end(delivery.report(), delivery.errorType());
    }

    private static String end(Optional<Report> report, Optional<String> errorType) {
        return report.map(figures -> "  " + figures(figures)).orElse("")
                + errorType.map(type -> "  " + type).orElse("");
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
