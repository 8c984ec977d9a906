package dev.warmpath.local.events;

import dev.warmpath.local.lambda.Invocation.Result;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Invokes functions as Lambda does asynchronously: errors of the function are tried again up to twice, and what is
 * throttled for up to six hours.
 *
 * <p>Lambda waits one and two minutes before its retries; here it is as many seconds, since somebody watches.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">How Lambda handles
 *     errors and retries with asynchronous invocation</a>
 */
public final class AsyncInvocations implements AutoCloseable {
    private static final List<Duration> ERROR_WAITS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final Duration FIRST_THROTTLE_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_THROTTLE_WAIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_AGE = Duration.ofHours(6);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Pause pause = new Pause();
    private final Deliveries deliveries;
    private final Consumer<Throwable> errors;
    private final List<Duration> errorWaits;

    public AsyncInvocations(Deliveries deliveries, Consumer<Throwable> errors) {
        this(deliveries, errors, ERROR_WAITS);
    }

    AsyncInvocations(Deliveries deliveries, Consumer<Throwable> errors, List<Duration> errorWaits) {
        this.deliveries = deliveries;
        this.errors = errors;
        this.errorWaits = errorWaits;
    }

    /**
     * One event on its way.
     *
     * @param source and {@code detail} are those of {@link Delivery}
     * @param retries after an error of the function, 0 to 2
     */
    public record Call(String source, String detail, String function, byte[] event, int retries) {}

    /** Returns at once. */
    public void send(Call call) {
        threads.execute(() -> run(call));
    }

    private void run(Call call) {
        try {
            attempt(call);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            errors.accept(e);
        }
    }

    private void attempt(Call call) throws InterruptedException {
        long tooOld = System.nanoTime() + LONGEST_AGE.toNanos();
        Duration throttleWait = FIRST_THROTTLE_WAIT;
        int failures = 0;
        Result result = invoke(call);
        while (!(result instanceof Result.Success) && failures < call.retries() + 1 && System.nanoTime() < tooOld) {
            if (result instanceof Result.Throttled) {
                pause.of(throttleWait);
                throttleWait = longer(throttleWait);
                result = invoke(call);
            } else if (failures++ < call.retries()) {
                pause.of(errorWaits.get(failures - 1));
                result = invoke(call);
            }
        }
    }

    private Result invoke(Call call) throws InterruptedException {
        return deliveries
                .deliver(call.source(), call.detail(), call.function(), call.event())
                .result();
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_THROTTLE_WAIT) < 0 ? twice : LONGEST_THROTTLE_WAIT;
    }

    /** Interrupts what is under way and forgets what waits. */
    @Override
    public void close() {
        pause.end();
        threads.shutdownNow();
    }
}
