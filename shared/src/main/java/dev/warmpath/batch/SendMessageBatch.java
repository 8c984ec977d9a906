package dev.warmpath.batch;

import dev.warmpath.deadline.Deadline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/**
 * Sends many messages to one queue by {@code SendMessageBatch}.
 *
 * <p>A request takes 10 messages of together 1 MiB, and answers for each whether it was sent (<a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SendMessageBatch</a>).
 */
public final class SendMessageBatch {
    static final int MAX_MESSAGES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(SendMessageBatch.class);

    private static final ChunkLimit<SendMessageBatchRequestEntry> LIMIT =
            new ChunkLimit<>(MAX_MESSAGES, MessageSize.MAX_BYTES, MessageSize::of);

    private final SqsClient client;
    private final String queueUrl;
    private final Rounds rounds;

    /** @param atOnce how many requests may be under way; not more than the client has connections */
    public SendMessageBatch(SqsClient client, String queueUrl, int atOnce) {
        this(client, queueUrl, Rounds.of(atOnce));
    }

    SendMessageBatch(SqsClient client, String queueUrl, Rounds rounds) {
        this.client = client;
        this.queueUrl = queueUrl;
        this.rounds = rounds;
    }

    /**
     * Sends until every message is sent or refused for good, or the time is over. What SQS calls the sender's fault is not sent
     * again, and is logged.
     *
     * @param messages of which no two have one id
     * @return those that are not known to be sent, in their order; one whose request was under way when the time was over, or
     *     whose answer was lost, may be sent all the same
     * @throws IllegalArgumentException if two have one id, or one is over 1 MiB; nothing has been sent then
     * @throws software.amazon.awssdk.services.sqs.model.SqsException if SQS refuses a request as a whole, for another reason
     *     than throttling or a fault of its own; other requests may have been made
     * @throws software.amazon.awssdk.core.exception.SdkClientException if a request cannot be sent for another reason than the
     *     connection
     */
    public List<SendMessageBatchRequestEntry> send(List<SendMessageBatchRequestEntry> messages, Deadline deadline) {
        requireDistinct(messages);
        messages.forEach(SendMessageBatch::requireFits);
        var sent = rounds.send(messages, LIMIT, this::request, deadline);
        Set<SendMessageBatchRequestEntry> failed = new HashSet<>(sent.left());
        failed.addAll(sent.answers());
        return messages.stream().filter(failed::contains).toList();
    }

    /** Answers those that were refused for good. */
    private Sent<SendMessageBatchRequestEntry, SendMessageBatchRequestEntry> request(
            List<SendMessageBatchRequestEntry> messages) {
        var answer = client.sendMessageBatch(batch -> batch.queueUrl(queueUrl).entries(messages));
        Set<String> sent = answer.successful().stream()
                .map(SendMessageBatchResultEntry::id)
                .collect(Collectors.toSet());
        Map<String, String> refused = refusals(answer);
        List<SendMessageBatchRequestEntry> left = new ArrayList<>(messages);
        left.removeIf(message -> sent.contains(message.id()) || refused.containsKey(message.id()));
        refused.forEach((id, code) -> LOG.error("The queue refused message {} for good: {}", id, code));
        return new Sent<>(
                messages.stream()
                        .filter(message -> refused.containsKey(message.id()))
                        .toList(),
                left);
    }

    private static Map<String, String> refusals(SendMessageBatchResponse answer) {
        return answer.failed().stream()
                .filter(failed -> Boolean.TRUE.equals(failed.senderFault()))
                .collect(Collectors.toMap(BatchResultErrorEntry::id, BatchResultErrorEntry::code));
    }

    private static void requireDistinct(List<SendMessageBatchRequestEntry> messages) {
        Set<String> ids = new HashSet<>();
        for (SendMessageBatchRequestEntry message : messages) {
            if (!ids.add(message.id())) {
                throw new IllegalArgumentException(
                        "Each message of a batch must have an id of its own, but two have " + message.id());
            }
        }
    }

    private static void requireFits(SendMessageBatchRequestEntry message) {
        long bytes = MessageSize.of(message);
        if (bytes > MessageSize.MAX_BYTES) {
            throw new IllegalArgumentException("The message " + message.id() + " has " + bytes
                    + " bytes, but SQS takes at most " + MessageSize.MAX_BYTES);
        }
    }
}
