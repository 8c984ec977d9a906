package dev.warmpath.local.http;

import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.template.HttpApi;
import java.time.Duration;
import java.util.Optional;

/** How far a request has come; used by the one thread that serves it. */
final class Progress {
    private final long startedAt = System.nanoTime();
    private Optional<HttpApi.Route> route = Optional.empty();
    private boolean invoked;
    private Optional<Invocation.Report> report = Optional.empty();
    private Optional<String> errorType = Optional.empty();

    void matched(HttpApi.Route matched) {
        route = Optional.of(matched);
    }

    void invoking() {
        invoked = true;
    }

    void invoked(Invocation invocation) {
        report = Optional.ofNullable(invocation.report());
    }

    void failed(String type) {
        errorType = Optional.of(type);
    }

    Exchange answered(String method, String path, int status) {
        return new Exchange(
                method,
                path,
                route.map(HttpApi.Route::key),
                status,
                route.filter(matched -> invoked).map(HttpApi.Route::function),
                report,
                Duration.ofNanos(System.nanoTime() - startedAt),
                errorType);
    }
}
