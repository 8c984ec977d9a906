package dev.warmpath.local.sqs;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.Invocation.Start;
import dev.warmpath.local.lambda.Invoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A function that keeps what it gets and fails as often as a test tells it to. */
final class TestFunction implements Invoker {
    private static final String INIT_FAILURE = "Runtime.ExitError";

    private final List<List<Map<?, ?>>> events = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private Result prepared = new Result.Success(new byte[0]);
    private String reported = "";
    private int times;
    private int mostAtOnce;
    private boolean held;

    /** The next invocations throw. */
    void fails(String type, int invocations) {
        results(new Result.FunctionError(type, "as the test wants it"), invocations);
    }

    /** The next invocations end before their event is delivered. */
    void failsAtInit(int invocations) {
        results(new Result.FunctionError(INIT_FAILURE, "as the test wants it"), invocations);
    }

    /** The next invocations answer with this payload. */
    void answers(String payload, int invocations) {
        results(new Result.Success(payload.getBytes(StandardCharsets.UTF_8)), invocations);
    }

    synchronized void results(Result result, int invocations) {
        prepared = result;
        times = invocations;
    }

    /** The next invocations report messages with this body as failed. */
    synchronized void reports(String body, int invocations) {
        reported = body;
        times = invocations;
    }

    /** Invocations wait until they are released. */
    synchronized void holds() {
        held = true;
    }

    void release() {
        released.countDown();
    }

    int underWay() {
        return underWay.get();
    }

    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    synchronized List<List<String>> batches() {
        return events.stream().map(TestFunction::bodies).toList();
    }

    synchronized List<String> bodies() {
        return batches().stream().flatMap(List::stream).toList();
    }

    synchronized List<Map<?, ?>> records() {
        return events.stream().<Map<?, ?>>flatMap(List::stream).toList();
    }

    private static List<String> bodies(List<Map<?, ?>> records) {
        return records.stream().map(record -> (String) record.get("body")).toList();
    }

    @Override
    public Invocation invoke(String function, String traceHeader, byte[] event) throws InterruptedException {
        List<Map<?, ?>> records = read(event);
        Result result = begin(records);
        try {
            if (held) {
                released.await();
            }
            return new Invocation(result, report(result));
        } finally {
            underWay.decrementAndGet();
        }
    }

    private synchronized Result begin(List<Map<?, ?>> records) {
        events.add(records);
        mostAtOnce = Math.max(mostAtOnce, underWay.incrementAndGet());
        boolean fails = times > 0 && (reported.isEmpty() || bodies(records).contains(reported));
        if (!fails) {
            return new Result.Success(new byte[0]);
        }
        times--;
        return reported.isEmpty() ? prepared : failures(records);
    }

    private Result failures(List<Map<?, ?>> records) {
        List<Map<String, Object>> items = records.stream()
                .filter(record -> reported.equals(record.get("body")))
                .map(record -> Map.<String, Object>of("itemIdentifier", record.get("messageId")))
                .toList();
        try {
            return new Result.Success(JSON.std.asBytes(Map.of("batchItemFailures", items)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<?, ?>> read(byte[] event) {
        try {
            List<Map<?, ?>> records = new ArrayList<>();
            ((List<?>) JSON.std.mapFrom(event).get("Records")).forEach(record -> records.add((Map<?, ?>) record));
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event that was never delivered took no time. */
    private static Report report(Result result) {
        Duration took = isDelivered(result) ? Duration.ofMillis(1) : Duration.ZERO;
        String environment = result instanceof Result.Throttled ? "" : "Fulfil-1";
        return new Report("id", environment, Start.WARM, took, took, took, Optional.empty(), 128, 64);
    }

    private static boolean isDelivered(Result result) {
        return switch (result) {
            case Result.Success _ -> true;
            case Result.FunctionError error -> !error.type().equals(INIT_FAILURE);
            case Result.Throttled _ -> false;
        };
    }
}
