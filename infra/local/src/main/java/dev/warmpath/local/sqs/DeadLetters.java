package dev.warmpath.local.sqs;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** The dead-letter queue of a queue, for a person who looks into it. */
public final class DeadLetters {
    /** Most messages that {@link #list} returns. */
    public static final int MOST_LISTED = 1_000;

    private static final int MOST_AT_ONCE = 10;
    private static final int LOOK_SECONDS = 60;

    private final SqsClient sqs;
    private final String url;
    private final String arn;

    private DeadLetters(SqsClient sqs, String url, String arn) {
        this.sqs = sqs;
        this.url = url;
        this.arn = arn;
    }

    /**
     * Finds the dead-letter queue.
     *
     * @param queue name of the queue that it serves
     * @throws DeadLetterException if there is no such queue, or it has no dead-letter queue
     */
    public static DeadLetters of(SqsClient sqs, String queue) {
        String policy = attribute(sqs, urlOf(sqs, queue), QueueAttributeName.REDRIVE_POLICY)
                .orElseThrow(() -> new DeadLetterException(
                        "the queue " + queue + " has no dead-letter queue; expected one with a RedrivePolicy."));
        String arn = target(policy);
        return new DeadLetters(sqs, urlOf(sqs, arn.substring(arn.lastIndexOf(':') + 1)), arn);
    }

    private static String urlOf(SqsClient sqs, String name) {
        try {
            return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
        } catch (QueueDoesNotExistException e) {
            throw new DeadLetterException("there is no queue " + name + "; expected one of " + names(sqs) + ".");
        }
    }

    private static List<String> names(SqsClient sqs) {
        return sqs.listQueuesPaginator().queueUrls().stream()
                .map(found -> found.substring(found.lastIndexOf('/') + 1))
                .sorted()
                .toList();
    }

    private static Optional<String> attribute(SqsClient sqs, String url, QueueAttributeName name) {
        return Optional.ofNullable(
                sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(name))
                        .attributes()
                        .get(name));
    }

    private static String target(String policy) {
        try {
            return (String) JSON.std.mapFrom(policy).get("deadLetterTargetArn");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The messages that are visible now, 1,000 at most; each counts as received once more.
     *
     * <p>They are invisible to others for as long as this takes, one minute at most.
     */
    public List<Message> list() {
        Map<String, Message> found = new LinkedHashMap<>();
        try {
            List<Message> messages = receive();
            while (!messages.isEmpty() && found.size() < MOST_LISTED) {
                messages.forEach(message -> found.put(message.messageId(), message));
                messages = receive();
            }
            return List.copyOf(found.values());
        } finally {
            show(new ArrayList<>(found.values()));
        }
    }

    private List<Message> receive() {
        return sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(MOST_AT_ONCE)
                        .visibilityTimeout(LOOK_SECONDS)
                        // Asks all of the queue's servers, where no waiting asks only some.
                        .waitTimeSeconds(1)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private void show(List<Message> messages) {
        for (int first = 0; first < messages.size(); first += MOST_AT_ONCE) {
            List<ChangeMessageVisibilityBatchRequestEntry> entries =
                    messages.subList(first, Math.min(first + MOST_AT_ONCE, messages.size())).stream()
                            .map(DeadLetters::visible)
                            .toList();
            sqs.changeMessageVisibilityBatch(request -> request.queueUrl(url).entries(entries));
        }
    }

    private static ChangeMessageVisibilityBatchRequestEntry visible(Message message) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(message.messageId())
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0)
                .build();
    }

    /** The queues that this dead-letter queue serves. */
    public List<String> sources() {
        return sqs.listDeadLetterSourceQueues(request -> request.queueUrl(url)).queueUrls().stream()
                .map(URI::create)
                .map(source -> source.getPath().substring(source.getPath().lastIndexOf('/') + 1))
                .toList();
    }

    /**
     * Starts to move all messages back to the queues that they came from.
     *
     * @throws DeadLetterException if that is under way already
     */
    public Move redrive() {
        return Move.start(sqs, arn);
    }
}
