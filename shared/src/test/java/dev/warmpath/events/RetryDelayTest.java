package dev.warmpath.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.deadline.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

class RetryDelayTest {
    private static final Deadline LATE = Deadline.in(Duration.ofSeconds(20));

    private final RecordingQueue queue = new RecordingQueue();
    private final RetryDelay delay = new RetryDelay(queue, "https://queue.example.com/orders");

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "4,8", "5,16", "6,32", "7,60", "8,60", "1000,60", "2147483647,60", "0,1"})
    void delayDoublesWithEachDeliveryUpToAMinute(int receiveCount, int seconds) {
        assertThat(RetryDelay.after(receiveCount)).hasSeconds(seconds);
    }

    @Test
    void allOfABatchAreShortenedByOneRequest() {
        delay.shorten(records(10), LATE);

        assertThat(queue.requests).hasSize(1);
        ChangeMessageVisibilityBatchRequest request = queue.requests.element();
        assertThat(request.queueUrl()).isEqualTo("https://queue.example.com/orders");
        assertThat(request.entries())
                .extracting(ChangeMessageVisibilityBatchRequestEntry::receiptHandle)
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(i -> "r-" + i).toList());
        assertThat(request.entries())
                .extracting(ChangeMessageVisibilityBatchRequestEntry::visibilityTimeout)
                .startsWith(1, 1, 2, 4, 8);
        assertThat(request.entries())
                .extracting(ChangeMessageVisibilityBatchRequestEntry::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRequestHasNoMoreThanTen() {
        delay.shorten(records(21), LATE);

        assertThat(queue.requests)
                .extracting(request -> request.entries().size())
                .containsExactlyInAnyOrder(10, 10, 1);
    }

    @Test
    void nothingIsSentWhereNothingFailed() {
        delay.shorten(List.of(), LATE);

        assertThat(queue.requests).isEmpty();
    }

    @Test
    void nothingIsSentAfterTheDeadline() {
        delay.shorten(records(1), Deadline.in(Duration.ZERO));

        assertThat(queue.requests).isEmpty();
    }

    @Test
    void queueThatRefusesIsNoFailure() {
        queue.refuses = true;

        delay.shorten(records(1), LATE);

        assertThat(queue.requests).hasSize(1);
    }

    private static List<QueueRecord> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new QueueRecord("m-" + i, "r-" + i, "", i, Instant.EPOCH))
                .toList();
    }

    private static final class RecordingQueue implements SqsClient {
        private final Queue<ChangeMessageVisibilityBatchRequest> requests = new ConcurrentLinkedQueue<>();
        private boolean refuses;

        @Override
        public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
                ChangeMessageVisibilityBatchRequest request) {
            requests.add(request);
            if (refuses) {
                throw SqsException.builder().message("AccessDenied").build();
            }
            return ChangeMessageVisibilityBatchResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Holds no connection.
        }
    }
}
