package dev.warmpath.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An event of type {@code SQS}: a queue that invokes a function.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-sqs.html">
 * SQS</a>; limits and defaults: <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html">Lambda
 * parameters for Amazon SQS event source mappings</a>.
 */
record SqsEvent(Properties properties) {
    private static final String REPORTS = "ReportBatchItemFailures";
    private static final int DEFAULT_BATCH = 10;
    private static final int MOST_BATCH = 10_000;
    private static final int MOST_BATCH_WITHOUT_WINDOW = 10;
    private static final int MOST_WINDOW_SECONDS = 300;
    private static final int LEAST_CONCURRENCY = 2;
    private static final int MOST_CONCURRENCY = 1_000;

    /** The last three concern a cloud only. */
    private static final Set<String> KNOWN = Set.of(
            "Queue",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "FunctionResponseTypes",
            "ScalingConfig",
            "Enabled",
            "FilterCriteria",
            "KmsKeyArn",
            "LoggingConfig",
            "MetricsConfig");

    /** Empty for a mapping that is not enabled. */
    Optional<QueueMapping> mapping(FunctionSpec function, List<QueueSpec> queues) {
        properties.keys().stream().filter(key -> !KNOWN.contains(key)).forEach(key -> properties.refuse(key, "none"));
        QueueSpec queue = queue(queues);
        requireVisibility(function, queue);
        QueueMapping mapping = new QueueMapping(
                function.name(),
                queue,
                batchSize(queue),
                window(queue),
                reports(),
                concurrency(),
                FilterCriteria.read(properties));
        return Optional.of(mapping).filter(any -> !properties.has("Enabled") || properties.flag("Enabled"));
    }

    private QueueSpec queue(List<QueueSpec> queues) {
        String arn = properties.requiredText("Queue");
        return queues.stream()
                .filter(queue -> queue.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> properties
                        .at("Queue")
                        .error("\"" + arn + "\" is no queue of this template; expected the Arn of an "
                                + Resource.QUEUE));
    }

    /** Lambda refuses such a mapping, since each message would come back while it is still being worked on. */
    private void requireVisibility(FunctionSpec function, QueueSpec queue) {
        if (queue.visibilityTimeout().compareTo(function.timeout()) < 0) {
            throw properties
                    .at("Queue")
                    .error("the visibility timeout of " + queue.logicalId() + " is "
                            + queue.visibilityTimeout().toSeconds() + " s; expected at least the function's timeout of "
                            + function.timeout().toSeconds() + " s, better six times that");
        }
    }

    private int batchSize(QueueSpec queue) {
        int size = properties.integer("BatchSize", 1, MOST_BATCH).orElse(DEFAULT_BATCH);
        if (size > MOST_BATCH_WITHOUT_WINDOW && (queue.isFifo() || windowSeconds() == 0)) {
            throw properties
                    .at("BatchSize")
                    .error(size + " is out of range; expected at most " + MOST_BATCH_WITHOUT_WINDOW
                            + ", or a standard queue and MaximumBatchingWindowInSeconds of 1 or more");
        }
        return size;
    }

    private Duration window(QueueSpec queue) {
        if (queue.isFifo() && windowSeconds() > 0) {
            throw properties
                    .at("MaximumBatchingWindowInSeconds")
                    .error("a FIFO queue has no batching window; expected none");
        }
        return Duration.ofSeconds(windowSeconds());
    }

    private int windowSeconds() {
        return properties
                .integer("MaximumBatchingWindowInSeconds", 0, MOST_WINDOW_SECONDS)
                .orElse(0);
    }

    private boolean reports() {
        List<String> types = properties.texts("FunctionResponseTypes");
        if (!Set.of(REPORTS).containsAll(types)) {
            throw properties.at("FunctionResponseTypes").error(types + " is not supported; expected " + REPORTS);
        }
        return !types.isEmpty();
    }

    private OptionalInt concurrency() {
        return properties
                .child("ScalingConfig")
                .integer("MaximumConcurrency", LEAST_CONCURRENCY, MOST_CONCURRENCY)
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
