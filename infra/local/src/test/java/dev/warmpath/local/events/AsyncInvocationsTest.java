package dev.warmpath.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.events.AsyncInvocations.Call;
import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Invocation.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AsyncInvocationsTest {
    private static final Result SUCCESS = new Result.Success(new byte[0]);
    private static final Result FAILURE = new Result.FunctionError("IllegalStateException", "no");
    private static final Report REPORT = new Report(
            "request",
            "Function-1",
            Invocation.Start.WARM,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Optional.empty(),
            512,
            1);

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private AsyncInvocations invocations;

    @AfterEach
    void stop() {
        invocations.close();
    }

    @Test
    void successIsNotRepeated() throws Exception {
        invocations = answering(SUCCESS);

        invocations.send(call("first", 2));
        invocations.send(call("second", 2));

        Await.until("both events", () -> deliveries.size() == 2);
        assertThat(events).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void errorsAreTriedAgainTwice() throws Exception {
        invocations = answering(FAILURE, FAILURE, FAILURE, SUCCESS);

        invocations.send(call("event", 2));

        Await.until("three attempts", () -> deliveries.size() == 3);
        assertThat(events).containsExactly("event", "event", "event");
        assertThat(deliveries).allSatisfy(delivery -> {
            assertThat(delivery.source()).isEqualTo("CLOCK");
            assertThat(delivery.errorType()).contains("IllegalStateException");
        });
    }

    @Test
    void retriesMayBeSwitchedOff() throws Exception {
        invocations = answering(FAILURE);

        invocations.send(call("once", 0));
        Await.until("the attempt", () -> deliveries.size() == 1);
        invocations.send(call("marker", 0));

        Await.until("the marker", () -> events.contains("marker"));
        assertThat(events).containsExactly("once", "marker");
    }

    @Test
    void throttlingUsesUpNoRetry() throws Exception {
        invocations = answering(new Result.Throttled(), FAILURE, SUCCESS);

        invocations.send(call("event", 1));

        Await.until("three attempts", () -> deliveries.size() == 3);
        assertThat(deliveries.getLast().errorType()).isEmpty();
    }

    @Test
    void callerDoesNotWait() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        invocations = new AsyncInvocations(
                new Deliveries(
                        (function, trace, event) -> {
                            end.await();
                            return new Invocation(SUCCESS, REPORT);
                        },
                        deliveries::add),
                errors::add);

        invocations.send(call("event", 0));
        assertThat(deliveries).isEmpty();
        end.countDown();

        Await.until("the answer", () -> deliveries.size() == 1);
    }

    @Test
    void faultOfTheLocalRunIsReported() throws Exception {
        invocations = new AsyncInvocations(
                new Deliveries(
                        (function, trace, event) -> {
                            throw new IllegalArgumentException("no such function");
                        },
                        deliveries::add),
                errors::add);

        invocations.send(call("event", 2));

        Await.until("the report", () -> !errors.isEmpty());
        assertThat(errors).singleElement().satisfies(error -> assertThat(error).hasMessage("no such function"));
    }

    /** The last answer stands for all that follow. */
    private AsyncInvocations answering(Result... results) {
        AtomicInteger calls = new AtomicInteger();
        Deliveries recording = new Deliveries(
                (function, trace, event) -> {
                    events.add(new String(event, StandardCharsets.UTF_8));
                    Result result = results[Math.min(calls.getAndIncrement(), results.length - 1)];
                    return new Invocation(result, REPORT);
                },
                deliveries::add);
        List<Duration> shortWaits = List.of(Duration.ofMillis(1), Duration.ofMillis(2));
        return new AsyncInvocations(recording, errors::add, shortWaits);
    }

    private static Call call(String event, int retries) {
        return new Call("CLOCK", "Nightly", "Function", event.getBytes(StandardCharsets.UTF_8), retries);
    }
}
