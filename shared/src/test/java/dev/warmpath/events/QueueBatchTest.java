package dev.warmpath.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QueueBatchTest {
    private static final Duration LEAST = Duration.ofMillis(100);
    private static final Deadline LATE = Deadline.in(Duration.ofSeconds(20));

    @Test
    void nothingHasSucceededBeforeItIsProcessed() {
        assertThat(batch("1", "2").failed()).extracting(QueueRecord::id).containsExactly("m-1", "m-2");
    }

    @Test
    void recordsThatThrowFailAndOthersDoNot() throws IOException {
        QueueBatch<Integer> batch = batch("1", "2", "3", "4");

        batch.process(4, LEAST, LATE, (record, number) -> {
            if (number == 2) {
                throw new IOException("checked");
            }
            if (number == 4) {
                throw new IllegalStateException("unchecked");
            }
        });

        assertThat(answer(batch))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"},{\"itemIdentifier\":\"m-4\"}]}");
    }

    @Test
    void unreadableRecordFailsAloneAndIsNotProcessed() throws IOException {
        QueueBatch<Integer> batch = batch("1", "two", "3");
        Queue<Integer> processed = new ConcurrentLinkedQueue<>();

        batch.process(3, LEAST, LATE, (record, number) -> processed.add(number));

        assertThat(batch.values()).containsExactly(1, 3);
        assertThat(batch.unreadable()).isEqualTo(1);
        assertThat(batch.size()).isEqualTo(3);
        assertThat(processed).containsExactlyInAnyOrder(1, 3);
        assertThat(answer(batch)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-two\"}]}");
    }

    @Test
    void emptyBatchHasNoFailures() throws IOException {
        QueueBatch<Integer> batch = batch();

        batch.process(1, LEAST, LATE, (record, number) -> {});

        assertThat(answer(batch)).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void recordsAreProcessedAtTheSameTime() {
        QueueBatch<Integer> batch = batch("1", "2", "3");
        CyclicBarrier all = new CyclicBarrier(3);

        batch.process(3, LEAST, LATE, (record, number) -> all.await());

        assertThat(batch.failed()).isEmpty();
    }

    @Test
    void noMoreAreProcessedAtOnceThanWereAskedFor() {
        QueueBatch<Integer> batch =
                batch(IntStream.range(0, 40).mapToObj(Integer::toString).toArray(String[]::new));
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        batch.process(3, LEAST, LATE, (record, number) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
        });

        assertThat(batch.failed()).isEmpty();
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void recordsForWhichTooLittleTimeIsLeftAreNotBegun() {
        AtomicLong clock = new AtomicLong();
        Deadline deadline = Deadline.in(Duration.ofSeconds(1), clock::get);
        QueueBatch<Integer> batch = batch("1", "2", "3");
        Queue<Integer> begun = new ConcurrentLinkedQueue<>();

        batch.process(1, LEAST, deadline, (record, number) -> {
            begun.add(number);
            clock.addAndGet(Duration.ofMillis(500).toNanos());
        });

        assertThat(begun).containsExactly(1, 2);
        assertThat(batch.failed()).extracting(QueueRecord::id).containsExactly("m-3");
    }

    @Test
    void recordThatRunsOnUntilTheDeadlineIsInterruptedAndFails() {
        QueueBatch<Integer> batch = batch("1", "2");
        CountDownLatch never = new CountDownLatch(1);

        batch.process(2, LEAST, Deadline.in(Duration.ofMillis(500)), (record, number) -> {
            if (number == 2) {
                never.await();
            }
        });

        assertThat(batch.failed()).extracting(QueueRecord::id).containsExactly("m-2");
    }

    @Test
    void allFailWhenTheTimeWasOverBefore() {
        QueueBatch<Integer> batch = batch("1", "2");

        batch.process(2, LEAST, Deadline.in(Duration.ZERO), (record, number) -> {});

        assertThat(batch.failed()).hasSize(2);
    }

    @Test
    void twoDeliveriesOfOneMessageFailTogetherIfOneFails() {
        QueueRecord first = new QueueRecord("m", "r-1", "1", 1, Instant.EPOCH);
        QueueRecord second = new QueueRecord("m", "r-2", "2", 2, Instant.EPOCH);
        QueueBatch<Integer> batch = QueueBatch.read(List.of(first, second), Integer::valueOf);

        batch.process(2, LEAST, LATE, (record, number) -> {
            if (number == 2) {
                throw new IllegalStateException("the second");
            }
        });

        assertThat(batch.response().failed()).containsExactly("m");
    }

    @Test
    void whatEndsTheEnvironmentIsThrownOn() {
        QueueBatch<Integer> batch = batch("1");

        assertThatThrownBy(() -> batch.process(1, LEAST, LATE, (record, number) -> {
                    throw new OutOfMemoryError("none left");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    private static QueueBatch<Integer> batch(String... bodies) {
        List<QueueRecord> records = Stream.of(bodies)
                .map(body -> new QueueRecord("m-" + body, "r-" + body, body, 1, Instant.EPOCH))
                .toList();
        return QueueBatch.read(records, Integer::valueOf);
    }

    private static String answer(QueueBatch<?> batch) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        batch.response().write(answer);
        return answer.toString(StandardCharsets.UTF_8);
    }
}
