package dev.warmpath.local.sqs;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.template.QueueSpec;
import dev.warmpath.local.template.QueueSpec.Redrive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Makes the template's queues in an SQS that may already hold them from an earlier run. */
public final class Queues {
    private static final List<QueueAttributeName> COUNTS = List.of(
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final SqsClient sqs;
    private final List<QueueSpec> specs;
    private final Set<String> made = new HashSet<>();

    private Queues(SqsClient sqs, List<QueueSpec> specs) {
        this.sqs = sqs;
        this.specs = specs;
    }

    /**
     * Creates the queues that are missing, each after its dead-letter queue, and gives the others the template's settings.
     *
     * @throws QueueException if SQS names a queue in another way than the template does
     */
    public static void create(SqsClient sqs, List<QueueSpec> specs) {
        Queues queues = new Queues(sqs, specs);
        specs.forEach(queues::create);
    }

    /** Messages in a queue, those included that are delayed, or invisible since somebody has received them. */
    public static int messages(SqsClient sqs, QueueSpec queue) {
        return sqs
                .getQueueAttributes(request -> request.queueUrl(queue.url()).attributeNames(COUNTS))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private void create(QueueSpec spec) {
        if (made.add(spec.arn())) {
            spec.redrive().ifPresent(redrive -> create(named(redrive.deadLetterArn())));
            Optional<String> existing = find(spec.name());
            existing.ifPresent(url -> change(url, spec));
            requireArn(spec, existing.orElseGet(() -> make(spec)));
        }
    }

    private Optional<String> find(String name) {
        try {
            return Optional.of(
                    sqs.getQueueUrl(request -> request.queueName(name)).queueUrl());
        } catch (QueueDoesNotExistException missing) {
            return Optional.empty();
        }
    }

    private String make(QueueSpec spec) {
        return sqs.createQueue(request -> request.queueName(spec.name()).attributesWithStrings(attributes(spec)))
                .queueUrl();
    }

    /** Everything can be changed but whether a queue is a FIFO one, which its name says too. */
    private void change(String url, QueueSpec spec) {
        Map<String, String> attributes = attributes(spec);
        attributes.remove("FifoQueue");
        if (!attributes.isEmpty()) {
            sqs.setQueueAttributes(request -> request.queueUrl(url).attributesWithStrings(attributes));
        }
    }

    /** Redrive policies and destinations name queues by what the template says. */
    private void requireArn(QueueSpec spec, String url) {
        String arn = sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        if (!spec.arn().equals(arn)) {
            throw new QueueException(
                    "queue " + spec.name() + " has the ARN " + arn + " there, but a local run names it " + spec.arn()
                            + "; expected an emulator of that region and account");
        }
    }

    private QueueSpec named(String arn) {
        return specs.stream().filter(spec -> spec.arn().equals(arn)).findFirst().orElseThrow();
    }

    private static Map<String, String> attributes(QueueSpec spec) {
        Map<String, String> attributes = new HashMap<>(spec.attributes());
        spec.redrive().ifPresent(redrive -> attributes.put("RedrivePolicy", policy(redrive)));
        return attributes;
    }

    private static String policy(Redrive redrive) {
        try {
            return JSON.std.asString(Map.of(
                    "deadLetterTargetArn", redrive.deadLetterArn(), "maxReceiveCount", redrive.maxReceiveCount()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
