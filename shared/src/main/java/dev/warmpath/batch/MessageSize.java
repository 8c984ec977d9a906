package dev.warmpath.batch;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The size of a message as SQS limits it: its body and the names, types and values of its attributes (<a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">"Amazon SQS
 * message metadata"</a>).
 */
final class MessageSize {
    /**
     * 1 MiB, both for one message and for all of a request (<a
     * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SendMessageBatch</a>).
     */
    static final long MAX_BYTES = 1 << 20;

    private MessageSize() {}

    static long of(SendMessageBatchRequestEntry message) {
        return text(message.messageBody())
                + message.messageAttributes().entrySet().stream()
                        .mapToLong(MessageSize::attribute)
                        .sum();
    }

    private static long attribute(Map.Entry<String, MessageAttributeValue> attribute) {
        MessageAttributeValue value = attribute.getValue();
        return text(attribute.getKey())
                + text(value.dataType())
                + text(value.stringValue())
                + bytes(value.binaryValue());
    }

    private static long text(String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long bytes(SdkBytes bytes) {
        return bytes == null ? 0 : bytes.asByteArrayUnsafe().length;
    }
}
