package dev.warmpath.local.streams;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.Invoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A function in this process that keeps what it was given. */
final class RecordingFunction implements Invoker {
    static final Result FAILURE = new Result.FunctionError("IllegalStateException", "no");
    private static final Report REPORT = new Report(
            "request",
            "Function-1",
            Invocation.Start.WARM,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Optional.empty(),
            512,
            100);

    /** What it does with the items of a batch. */
    interface Behaviour {
        Result answer(List<Item> items, Map<String, Object> event) throws InterruptedException;
    }

    /** A record as the tests see it. */
    record Item(String key, int number, String sequenceNumber) {
        @Override
        public String toString() {
            return key + number;
        }
    }

    private final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();
    private final Behaviour behaviour;

    RecordingFunction(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    static RecordingFunction succeeding() {
        return new RecordingFunction((items, event) -> success(""));
    }

    static Result success(String payload) {
        return new Result.Success(payload.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Invocation invoke(String function, String traceHeader, byte[] json) throws InterruptedException {
        Map<String, Object> event = parse(json);
        events.add(event);
        return new Invocation(behaviour.answer(items(event), event), REPORT);
    }

    List<Map<String, Object>> events() {
        return events;
    }

    /** Such as {@code [a1, a2]}, for each invocation. */
    List<List<String>> batches() {
        return events.stream()
                .map(event -> items(event).stream().map(Item::toString).toList())
                .toList();
    }

    List<String> records() {
        return batches().stream().flatMap(List::stream).toList();
    }

    private static List<Item> items(Map<String, Object> event) {
        return ((List<?>) event.get("Records"))
                .stream()
                        .map(found -> (Map<?, ?>) ((Map<?, ?>) found).get("dynamodb"))
                        .map(RecordingFunction::item)
                        .toList();
    }

    private static Item item(Map<?, ?> change) {
        Map<?, ?> keys = (Map<?, ?>) change.get("Keys");
        return new Item(
                (String) ((Map<?, ?>) keys.get("pk")).get("S"),
                Integer.parseInt((String) ((Map<?, ?>) keys.get("sk")).get("N")),
                (String) change.get("SequenceNumber"));
    }

    private static Map<String, Object> parse(byte[] json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
