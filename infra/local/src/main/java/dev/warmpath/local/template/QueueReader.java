package dev.warmpath.local.template;

import dev.warmpath.local.template.QueueSpec.Redrive;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code AWS::SQS::Queue}.
 *
 * <p>Encryption, tags and who may use a queue as its dead-letter queue guard queues in a cloud, and are left out here.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html">
 * AWS::SQS::Queue</a>; limits: <a
 * href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">
 * SetQueueAttributes</a>.
 */
record QueueReader(ResourceNames names) {
    static final String FIFO_SUFFIX = ".fifo";

    private static final String VISIBILITY = "VisibilityTimeout";
    private static final int DEFAULT_VISIBILITY_SECONDS = 30;
    private static final int MOST_VISIBILITY_SECONDS = 43_200;
    private static final int MOST_DELAY_SECONDS = 900;
    private static final int MOST_WAIT_SECONDS = 20;
    private static final int LEAST_RETENTION_SECONDS = 60;
    private static final int MOST_RETENTION_SECONDS = 1_209_600;
    private static final int LEAST_MESSAGE_BYTES = 1_024;
    private static final int MOST_MESSAGE_BYTES = 1_048_576;

    /** As the page of redrive policies states it. */
    private static final int MOST_RECEIVES = 1_000;

    /** All of them, since a dead-letter queue must be one of the template's too. */
    List<QueueSpec> read(List<Resource> queues) {
        List<QueueSpec> specs = queues.stream().map(this::read).toList();
        queues.forEach(queue -> requireDeadLetterQueue(queue, specs));
        return specs;
    }

    private QueueSpec read(Resource resource) {
        Properties queue = resolved(resource);
        String name = attribute(resource, "QueueName");
        requireSuffix(queue, name);
        return new QueueSpec(
                resource.logicalId(),
                name,
                attribute(resource, "QueueUrl"),
                attribute(resource, "Arn"),
                Duration.ofSeconds(
                        queue.integer(VISIBILITY, 0, MOST_VISIBILITY_SECONDS).orElse(DEFAULT_VISIBILITY_SECONDS)),
                attributes(queue),
                redrive(queue.child("RedrivePolicy")));
    }

    private Properties resolved(Resource resource) {
        return Properties.of(names.intrinsics().require(resource.properties()));
    }

    private String attribute(Resource resource, String attribute) {
        return names.attribute(resource.logicalId(), attribute, resource.place())
                .asText();
    }

    private static void requireSuffix(Properties queue, String name) {
        if (queue.flag("FifoQueue") != name.endsWith(FIFO_SUFFIX)) {
            throw queue.at("QueueName")
                    .error("\"" + name + "\" is no name for this kind of queue; expected " + FIFO_SUFFIX
                            + " at the end of a FIFO queue's name, and of no other's");
        }
    }

    private static Map<String, String> attributes(Properties queue) {
        queue.integer("DelaySeconds", 0, MOST_DELAY_SECONDS);
        queue.integer("ReceiveMessageWaitTimeSeconds", 0, MOST_WAIT_SECONDS);
        queue.integer("MessageRetentionPeriod", LEAST_RETENTION_SECONDS, MOST_RETENTION_SECONDS);
        queue.integer("MaximumMessageSize", LEAST_MESSAGE_BYTES, MOST_MESSAGE_BYTES);
        Map<String, String> attributes = new LinkedHashMap<>();
        List.of(
                        VISIBILITY,
                        "DelaySeconds",
                        "ReceiveMessageWaitTimeSeconds",
                        "MessageRetentionPeriod",
                        "MaximumMessageSize",
                        "ContentBasedDeduplication")
                .forEach(name -> queue.text(name).ifPresent(value -> attributes.put(name, value)));
        if (queue.flag("FifoQueue")) {
            // A standard queue must not name the attribute at all, not even as false.
            attributes.put("FifoQueue", "true");
        }
        return attributes;
    }

    private static Optional<Redrive> redrive(Properties policy) {
        return policy.keys().isEmpty()
                ? Optional.empty()
                : Optional.of(new Redrive(
                        policy.requiredText("deadLetterTargetArn"),
                        policy.integer("maxReceiveCount", 1, MOST_RECEIVES)
                                .orElseThrow(() -> policy.error("maxReceiveCount is missing; expected a value"))));
    }

    /** SQS wants the queue to exist, and to be FIFO where its source is. */
    private void requireDeadLetterQueue(Resource resource, List<QueueSpec> all) {
        Properties policy = resolved(resource).child("RedrivePolicy");
        boolean fifo = resolved(resource).flag("FifoQueue");
        redrive(policy).map(Redrive::deadLetterArn).ifPresent(arn -> {
            if (all.stream().noneMatch(queue -> queue.arn().equals(arn) && queue.isFifo() == fifo)) {
                throw policy.at("deadLetterTargetArn")
                        .error("\"" + arn + "\" is no queue of the same kind in this template; expected the Arn of a "
                                + (fifo ? "FIFO " : "standard ") + Resource.QUEUE);
            }
        });
    }
}
