package dev.warmpath.local.events;

import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.Invoker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Brings events to functions and tells a listener what became of each. */
public record Deliveries(Invoker invoker, Consumer<Delivery> listener) {
    private static final String NO_TRACE = "";

    /**
     * Waits for the function's answer.
     *
     * @param source and {@code detail} are those of {@link Delivery}
     */
    public Invocation deliver(String source, String detail, String function, byte[] event) throws InterruptedException {
        return deliver(source, _ -> detail, function, event);
    }

    /** As {@link #deliver(String, String, String, byte[])}, with a detail that tells what the function answered. */
    public Invocation deliver(String source, Function<Invocation, String> detail, String function, byte[] event)
            throws InterruptedException {
        long before = System.nanoTime();
        Invocation invocation = invoker.invoke(function, NO_TRACE, event);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        Optional<Invocation.Report> report = Optional.of(invocation.report())
                .filter(ran -> !ran.environmentId().isEmpty());
        listener.accept(new Delivery(source, detail.apply(invocation), took, report, errorType(invocation.result())));
        return invocation;
    }

    private static Optional<String> errorType(Result result) {
        return switch (result) {
            case Result.Success _ -> Optional.empty();
            case Result.FunctionError error -> Optional.of(error.type());
            case Result.Throttled _ -> Optional.of("TooManyRequestsException");
        };
    }
}
