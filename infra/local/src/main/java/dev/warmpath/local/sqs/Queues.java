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
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the template's queues. */
public final class Queues {
    private final SqsClient sqs;
    private final List<QueueSpec> specs;
    private final Set<String> made = new HashSet<>();

    private Queues(SqsClient sqs, List<QueueSpec> specs) {
        this.sqs = sqs;
        this.specs = specs;
    }

    /** Creates the queues, each after its dead-letter queue. */
    public static void create(SqsClient sqs, List<QueueSpec> specs) {
        Queues queues = new Queues(sqs, specs);
        specs.forEach(queues::create);
    }

    private void create(QueueSpec spec) {
        if (made.add(spec.arn())) {
            spec.redrive().ifPresent(redrive -> create(named(redrive.deadLetterArn())));
            sqs.createQueue(request -> request.queueName(spec.name()).attributesWithStrings(attributes(spec)));
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
