package dev.warmpath.local.http;

import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invoker;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Invokes functions within the limits of the integration and of Lambda. */
final class Integration implements AutoCloseable {
    /**
     * 6 MB of event. Lambda rejects more, and API Gateway answers a rejected invocation with 500.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html">
     *     Handling Lambda errors with an API Gateway API</a>
     */
    static final int EVENT_LIMIT = 6 * 1024 * 1024;

    /** 6 MB and 100 bytes of response, as Lambda's own error message for a larger one states. */
    static final int RESPONSE_LIMIT = EVENT_LIMIT + 100;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Invoker invoker;
    private final Duration limit;

    Integration(Invoker invoker, Duration limit) {
        this.invoker = invoker;
        this.limit = limit;
    }

    /**
     * Waits for the function; where it takes longer than the limit, it runs on without its caller.
     *
     * @throws Refusal if the event is too large or the limit is reached
     */
    Invocation invoke(String function, String traceHeader, byte[] event) throws Refusal, InterruptedException {
        if (event.length > EVENT_LIMIT) {
            throw Refusal.internalError("RequestTooLargeException");
        }
        Future<Invocation> running = threads.submit(() -> invoker.invoke(function, traceHeader, event));
        try {
            return running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw Refusal.integrationTimeout();
        } catch (ExecutionException e) {
            throw failure(function, e.getCause());
        }
    }

    /** An interrupted invocation means that the gateway closes. */
    private static IllegalStateException failure(String function, Throwable cause) throws InterruptedException {
        if (cause instanceof InterruptedException closing) {
            throw closing;
        }
        return new IllegalStateException("Invoking function " + function + " failed.", cause);
    }

    /**
     * The payload of a function that succeeded. A throttled function is a rejected invocation too.
     *
     * @throws Refusal if the function failed, was throttled or returned too much
     */
    static byte[] payload(Invocation invocation) throws Refusal {
        return switch (invocation.result()) {
            case Invocation.Result.Success success when success.payload().length <= RESPONSE_LIMIT -> success.payload();
            case Invocation.Result.Success tooLarge -> throw Refusal.internalError("Function.ResponseSizeTooLarge");
            case Invocation.Result.FunctionError error -> throw Refusal.internalError(error.type());
            case Invocation.Result.Throttled throttled -> throw Refusal.internalError("TooManyRequestsException");
        };
    }

    /** Interrupts the calls that are still running. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
