package dev.warmpath.events;

import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;

/**
 * Has failed messages delivered again after 1, 2, 4 … seconds, and not after the queue's whole visibility timeout, which is
 * long for the sake of functions that died (<a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html">
 * ChangeMessageVisibilityBatch</a>).
 */
public final class RetryDelay {
    /** What one request takes. */
    static final int MOST_ENTRIES = 10;

    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(RetryDelay.class);

    /** Beyond this, doubling passes the longest delay. */
    private static final int MOST_DOUBLINGS = 6;

    private final SqsClient client;
    private final String queueUrl;

    public RetryDelay(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    /** How long a message waits that failed in its n-th delivery: twice as long each time, {@code LONGEST} at most. */
    static Duration after(int receiveCount) {
        int doublings = Math.clamp(receiveCount - 1L, 0, MOST_DOUBLINGS);
        Duration delay = Duration.ofSeconds(1L << doublings);
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }

    /**
     * Shortens the wait of these messages. To fail at that is harmless and only logged: they come back all the same, when the
     * queue's visibility timeout is over.
     */
    public void shorten(List<QueueRecord> failed, Deadline deadline) {
        List<Callable<Void>> calls = chunks(failed).stream()
                .<Callable<Void>>map(chunk -> () -> {
                    send(chunk);
                    return null;
                })
                .toList();
        try {
            FanOut.all(deadline, calls);
        } catch (SdkException | DeadlineException e) {
            LOG.warn("Failed messages come back only after the queue's visibility timeout: {}", e.getMessage());
        }
    }

    private void send(List<QueueRecord> chunk) {
        List<ChangeMessageVisibilityBatchRequestEntry> entries = IntStream.range(0, chunk.size())
                .mapToObj(i -> entry(i, chunk.get(i)))
                .toList();
        var answer = client.changeMessageVisibilityBatch(
                change -> change.queueUrl(queueUrl).entries(entries));
        if (!answer.failed().isEmpty()) {
            LOG.warn(
                    "{} failed messages cannot come back sooner: {}",
                    answer.failed().size(),
                    answer.failed().getFirst().code());
        }
    }

    private static ChangeMessageVisibilityBatchRequestEntry entry(int index, QueueRecord record) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(Integer.toString(index))
                .receiptHandle(record.receiptHandle())
                .visibilityTimeout(Math.toIntExact(after(record.receiveCount()).toSeconds()))
                .build();
    }

    private static List<List<QueueRecord>> chunks(List<QueueRecord> all) {
        List<List<QueueRecord>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_ENTRIES) {
            chunks.add(all.subList(from, Math.min(all.size(), from + MOST_ENTRIES)));
        }
        return chunks;
    }
}
