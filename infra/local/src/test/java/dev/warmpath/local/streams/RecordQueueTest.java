package dev.warmpath.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.template.StreamMapping.Batching;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecordQueueTest {
    private static final Optional<Duration> NO_LIMIT = Optional.empty();

    @Test
    void pagesThatAreThereComeTogether() throws Exception {
        RecordQueue queue = queue(3, Duration.ZERO);
        queue.put(records(2, 1));
        queue.put(records(2, 1));

        assertThat(queue.next(NO_LIMIT)).hasSize(3);
        assertThat(queue.next(NO_LIMIT)).hasSize(1);
    }

    @Test
    void largeRecordsMakeSmallBatches() throws Exception {
        RecordQueue queue = queue(100, Duration.ZERO);
        queue.put(records(5, 1024 * 1024));

        assertThat(queue.next(NO_LIMIT)).hasSize(3);
        assertThat(queue.next(NO_LIMIT)).hasSize(2);
    }

    @Test
    void endOfTheShardEndsTheWindow() throws Exception {
        RecordQueue queue = queue(100, Duration.ofMinutes(5));
        queue.put(records(2, 1));
        queue.finish();

        assertThat(queue.isFinished()).isFalse();
        assertThat(queue.next(NO_LIMIT)).hasSize(2);
        assertThat(queue.isFinished()).isTrue();
    }

    @Test
    void emptyShardHasNoBatch() throws Exception {
        RecordQueue queue = queue(100, Duration.ZERO);
        queue.put(List.of());
        queue.finish();

        assertThat(queue.next(NO_LIMIT)).isEmpty();
        assertThat(queue.isFinished()).isTrue();
    }

    @Test
    void limitEndsTheWaitForAFirstRecord() throws Exception {
        RecordQueue queue = queue(100, Duration.ZERO);

        assertThat(queue.next(Optional.of(Duration.ofMillis(1)))).isEmpty();
        assertThat(queue.isFinished()).isFalse();
    }

    private static RecordQueue queue(int size, Duration window) {
        return new RecordQueue(new Batching(size, window, 1, Optional.empty()));
    }

    private static List<StreamRecord> records(int count, int characters) {
        return Collections.nCopies(count, new StreamRecord("1", Instant.EPOCH, "key", "x".repeat(characters)));
    }
}
