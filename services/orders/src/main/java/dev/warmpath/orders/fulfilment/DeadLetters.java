package dev.warmpath.orders.fulfilment;

import java.util.OptionalLong;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue of messages that nobody tries any more. */
public final class DeadLetters {
    private final SqsClient client;
    private final String queueUrl;

    public DeadLetters(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    /** How many there are, approximately; empty if the queue does not say. */
    public OptionalLong count() {
        QueueAttributeName messages = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
        try {
            var answer = client.getQueueAttributes(get -> get.queueUrl(queueUrl).attributeNames(messages));
            return OptionalLong.of(Long.parseLong(answer.attributes().get(messages)));
        } catch (SdkException e) {
            LoggerFactory.getLogger(DeadLetters.class).warn("Dead letters could not be counted: {}", e.getMessage());
            return OptionalLong.empty();
        }
    }
}
