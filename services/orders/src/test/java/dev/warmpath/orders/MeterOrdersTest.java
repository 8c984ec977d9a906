package dev.warmpath.orders;

import static dev.warmpath.orders.projection.StreamRecords.insertion;
import static dev.warmpath.orders.projection.StreamRecords.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.json.Json;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.testing.Invocations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeterOrdersTest {
    private static final Map<String, Object> THREE_ITEMS =
            insertion("1", placed("first", Instant.EPOCH, OrderLine.of("tea", 2), OrderLine.of("cup", 1)));

    private final MeterOrders meterOrders = new MeterOrders();

    @Test
    void newOrdersAddToWhatTheInvocationBeforePassedOn() throws IOException {
        Map<String, Object> first = meter(Map.of(), List.of(THREE_ITEMS), false);
        Map<String, Object> second = meter(state(first), List.of(THREE_ITEMS, THREE_ITEMS), false);

        assertThat(state(first)).isEqualTo(Map.of("orders", 1, "items", 3));
        assertThat(state(second)).isEqualTo(Map.of("orders", 3, "items", 9));
        assertThat(second).containsEntry("batchItemFailures", List.of());
    }

    @Test
    void endOfAWindowAnswersAStateToo() throws IOException {
        Map<String, Object> answer = meter(Map.of("orders", 3, "items", 9), List.of(), true);

        assertThat(state(answer)).isEqualTo(Map.of("orders", 3, "items", 9));
    }

    @Test
    void windowsDoNotKnowOfEachOther() throws IOException {
        meter(Map.of(), List.of(THREE_ITEMS), false);

        assertThat(state(meter(Map.of(), List.of(THREE_ITEMS), false))).isEqualTo(Map.of("orders", 1, "items", 3));
    }

    @Test
    void eventWithoutAWindowIsAFailure() {
        assertThatThrownBy(() -> Invocations.call(meterOrders, "{\"Records\": []}"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void primingPasses() {
        assertThatCode(meterOrders::prime).doesNotThrowAnyException();
    }

    private Map<String, Object> meter(Map<String, Object> state, List<Map<String, Object>> records, boolean last)
            throws IOException {
        Map<String, Object> event = Map.of(
                "Records", records,
                "window", Map.of("start", "2026-01-01T00:00:00Z", "end", "2026-01-01T00:01:00Z"),
                "state", state,
                "shardId", "shard",
                "isFinalInvokeForWindow", last);
        String answer = Invocations.call(meterOrders, Json.write(event));
        return Json.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> state(Map<String, Object> answer) {
        return Json.fields(answer.get("state"));
    }
}
