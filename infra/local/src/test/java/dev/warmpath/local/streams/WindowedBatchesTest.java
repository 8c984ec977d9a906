package dev.warmpath.local.streams;

import static dev.warmpath.local.streams.RecordingFunction.FAILURE;
import static dev.warmpath.local.streams.RecordingFunction.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.events.Pause;
import dev.warmpath.local.streams.RecordingFunction.Behaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WindowedBatchesTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<Throwable> errors = new ArrayList<>();
    private final List<DiscardedBatch> discarded = new ArrayList<>();
    private Instant now = START;
    private RecordingFunction function;

    @Test
    void stateGoesFromOneInvocationToTheNext() throws Exception {
        WindowedBatches windows = windows((items, event) -> success("{\"state\": {\"seen\": \"yes\"}}"));

        windows.handle(List.of(arrived(1)));
        windows.handle(List.of(arrived(2)));

        assertThat(states()).containsExactly(Map.of(), Map.of("seen", "yes"));
    }

    @Test
    void recordOfTheNextWindowEndsTheOneBefore() throws Exception {
        WindowedBatches windows = windows((items, event) -> success("{\"state\": {\"n\": 1}}"));

        windows.handle(List.of(arrived(1), arrived(61)));

        assertThat(function.events())
                .extracting(
                        event -> ((List<?>) event.get("Records")).size(), event -> event.get("isFinalInvokeForWindow"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, false),
                        org.assertj.core.groups.Tuple.tuple(0, true),
                        org.assertj.core.groups.Tuple.tuple(1, false));
        assertThat(function.events().getLast().get("window"))
                .isEqualTo(Map.of("start", "2026-11-20T12:01:00Z", "end", "2026-11-20T12:02:00Z"));
        assertThat(states()).containsExactly(Map.of(), Map.of("n", 1), Map.of());
    }

    @Test
    void windowEndsWhenItsTimeIsOver() throws Exception {
        WindowedBatches windows = windows((items, event) -> success("{\"state\": {}}"));
        windows.handle(List.of(arrived(1)));
        now = START.plusSeconds(60);
        windows.rest();
        assertThat(function.events()).hasSize(1);
        assertThat(windows.patience()).contains(Duration.ofSeconds(1));

        now = START.plusSeconds(61);
        windows.rest();

        assertThat(function.events().getLast()).containsEntry("isFinalInvokeForWindow", true);
        assertThat(windows.patience()).isEmpty();
    }

    @Test
    void finalInvocationIsRepeatedUntilItSucceeds() throws Exception {
        AtomicInteger finals = new AtomicInteger();
        WindowedBatches windows = windows(
                (items, event) -> event.get("isFinalInvokeForWindow").equals(true) && finals.incrementAndGet() < 3
                        ? FAILURE
                        : success("{\"state\": {}}"));
        windows.handle(List.of(arrived(1)));

        windows.end();

        assertThat(finals.get()).isEqualTo(3);
        assertThat(function.events().getLast()).containsEntry("isWindowTerminatedEarly", true);
    }

    @Test
    void faultOfTheLocalRunCostsNoRecord() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        WindowedBatches windows = windows((items, event) -> {
            if (calls.incrementAndGet() % 2 == 1) {
                throw new IllegalStateException("no environment could be started");
            }
            return success("{\"state\": {}}");
        });

        windows.handle(List.of(arrived(1)));
        windows.end();

        assertThat(function.batches()).containsExactly(List.of("a1"), List.of("a1"), List.of(), List.of());
        assertThat(errors).hasSize(2);
        assertThat(discarded).isEmpty();
    }

    @Test
    void answerWithoutStateIsAFailure() throws Exception {
        WindowedBatches windows = windows((items, event) -> success("{\"count\": 1}"));

        windows.handle(List.of(arrived(1)));

        assertThat(discarded)
                .singleElement()
                .satisfies(batch -> assertThat(batch.condition()).isEqualTo("RetryAttemptsExhausted"));
    }

    @Test
    void stateOfMoreThanAMegabyteEndsTheWindowEarly() throws Exception {
        String large = "x".repeat(1024 * 1024);
        WindowedBatches windows = windows((items, event) -> success("{\"state\": {\"s\": \"" + large + "\"}}"));

        windows.handle(List.of(arrived(1)));
        windows.handle(List.of(arrived(2)));

        assertThat(function.events().get(1))
                .containsEntry("isFinalInvokeForWindow", true)
                .containsEntry("isWindowTerminatedEarly", true);
        assertThat(function.events().get(2)).containsEntry("state", Map.of());
    }

    private WindowedBatches windows(Behaviour behaviour) {
        function = new RecordingFunction(behaviour);
        MappingBuilder mapping = new MappingBuilder("T").retries(0).tumbling(MINUTE);
        Pause pause = new Pause();
        return new WindowedBatches(
                new Target(mapping.build(), new Deliveries(function, delivery -> {}), errors::add),
                new Shard("shard", "stream", "function"),
                MINUTE,
                new BatchDelivery(mapping.failures(), pause, () -> now, discarded::add),
                pause,
                () -> now);
    }

    private List<Object> states() {
        return function.events().stream().map(event -> event.get("state")).toList();
    }

    private static StreamRecord arrived(int second) {
        String json = "{\"dynamodb\": {\"Keys\": {\"pk\": {\"S\": \"a\"}, \"sk\": {\"N\": \"%d\"}}}}".formatted(second);
        return new StreamRecord("" + second, START.plusSeconds(second), "a", json);
    }
}
