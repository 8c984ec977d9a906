package dev.warmpath.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.events.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscardsTest {
    @Test
    void destinationThatFailsIsReportedAndHoldsUpNothing() {
        List<Delivery> lines = new ArrayList<>();
        List<Throwable> errors = new ArrayList<>();
        Discards discards = new Discards(
                new Target(
                        new MappingBuilder("Orders").build(),
                        new Deliveries(RecordingFunction.succeeding(), lines::add),
                        errors::add),
                new Shard("shard", "stream", "function"),
                (queue, message) -> {
                    throw new IllegalStateException("the queue is down");
                },
                () -> Instant.EPOCH);
        StreamRecord lost = new StreamRecord("1", Instant.EPOCH, "key", "{}");

        discards.accept(new DiscardedBatch(Batch.of(List.of(lost)), DiscardedBatch.TOO_OLD, Optional.empty()));

        assertThat(errors).singleElement().satisfies(error -> assertThat(error).hasMessage("the queue is down"));
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.detail()).isEqualTo("Orders, 1 record given up");
            assertThat(line.errorType()).contains("RecordAgeExceeded");
        });
    }
}
