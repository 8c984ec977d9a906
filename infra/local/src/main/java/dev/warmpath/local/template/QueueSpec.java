package dev.warmpath.local.template;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One SQS queue.
 *
 * @param logicalId its name in the template
 * @param name its name in SQS
 * @param url what {@code Ref} answers
 * @param attributes as {@code CreateQueue} takes them, without the redrive policy
 */
public record QueueSpec(
        String logicalId,
        String name,
        String url,
        String arn,
        Duration visibilityTimeout,
        Map<String, String> attributes,
        Optional<Redrive> redrive) {

    /** Where a message goes that was received {@code maxReceiveCount} times without being deleted. */
    public record Redrive(String deadLetterArn, int maxReceiveCount) {}

    public boolean isFifo() {
        return name.endsWith(QueueReader.FIFO_SUFFIX);
    }
}
