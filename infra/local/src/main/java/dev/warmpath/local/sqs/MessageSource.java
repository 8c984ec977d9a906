package dev.warmpath.local.sqs;

import dev.warmpath.local.template.QueueMapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The queue of one mapping: takes batches from it and deletes what is done. */
final class MessageSource {
    private static final int MOST_AT_ONCE = 10;
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final SqsClient sqs;
    private final QueueMapping mapping;
    private final PollerRequests.Counter requests;
    private final Consumer<Throwable> errors;

    MessageSource(SqsClient sqs, QueueMapping mapping, PollerRequests.Counter requests, Consumer<Throwable> errors) {
        this.sqs = sqs;
        this.mapping = mapping;
        this.requests = requests;
        this.errors = errors;
    }

    /**
     * Waits up to 20 s for a first message, and then for the mapping's window, within half a second, unless the batch is
     * full before.
     *
     * @throws SdkException if the queue does not answer; what a batch holds already is returned instead
     */
    List<Message> batch() {
        Map<String, Message> batch = new LinkedHashMap<>();
        add(batch, receive(mapping.batchSize(), LONGEST_WAIT_SECONDS));
        if (!batch.isEmpty()) {
            fill(batch, System.nanoTime() + mapping.window().toNanos());
        }
        return new ArrayList<>(batch.values());
    }

    private void fill(Map<String, Message> batch, long end) {
        try {
            long seconds = secondsUntil(end);
            while (batch.size() < mapping.batchSize() && seconds > 0) {
                add(batch, receive(mapping.batchSize() - batch.size(), seconds));
                seconds = secondsUntil(end);
            }
        } catch (SdkException e) {
            errors.accept(e);
        }
    }

    /** A message that became visible again meanwhile is one message, and only its last receipt deletes it. */
    private static void add(Map<String, Message> batch, List<Message> messages) {
        messages.forEach(message -> batch.put(message.messageId(), message));
    }

    /** SQS waits whole seconds only. */
    private static long secondsUntil(long end) {
        return Math.round(
                (end - System.nanoTime()) / (double) Duration.ofSeconds(1).toNanos());
    }

    private List<Message> receive(int most, long seconds) {
        List<Message> received = sqs.receiveMessage(
                        request -> request.queueUrl(mapping.queue().url())
                                .maxNumberOfMessages(Math.min(most, MOST_AT_ONCE))
                                .waitTimeSeconds((int) Math.min(seconds, LONGEST_WAIT_SECONDS))
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                .messageAttributeNames("All"))
                .messages();
        requests.received(received.size());
        return received;
    }

    /** A message that cannot be deleted comes back, as SQS says it may. */
    void delete(List<Message> done) {
        for (int first = 0; first < done.size(); first += MOST_AT_ONCE) {
            deleteAtOnce(done.subList(first, Math.min(first + MOST_AT_ONCE, done.size())));
        }
    }

    private void deleteAtOnce(List<Message> done) {
        List<DeleteMessageBatchRequestEntry> entries =
                done.stream().map(MessageSource::deletion).toList();
        requests.deleted();
        try {
            sqs.deleteMessageBatch(
                    request -> request.queueUrl(mapping.queue().url()).entries(entries));
        } catch (SdkException e) {
            errors.accept(e);
        }
    }

    private static DeleteMessageBatchRequestEntry deletion(Message message) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(message.messageId())
                .receiptHandle(message.receiptHandle())
                .build();
    }
}
