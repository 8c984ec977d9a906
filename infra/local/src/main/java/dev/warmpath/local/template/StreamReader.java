package dev.warmpath.local.template;

import dev.warmpath.local.template.StreamMapping.Batching;
import dev.warmpath.local.template.StreamMapping.Failures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads an event of type {@code DynamoDB}.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-dynamodb.html">
 * DynamoDB</a>; limits and defaults: <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html">Lambda
 * parameters for Amazon DynamoDB event source mappings</a>.
 *
 * @param tables names of the tables that have a stream, by its ARN
 * @param queues ARNs of the standard queues: discarded records can go to no other
 */
record StreamReader(Map<String, String> tables, Set<String> queues) {
    private static final int DEFAULT_BATCH = 100;
    private static final int MOST_RECORDS = 10_000;
    private static final int MOST_WINDOW_SECONDS = 300;
    private static final int MOST_PARALLELIZATION = 10;
    private static final int MOST_RETRIES = 10_000;
    private static final int LEAST_AGE_SECONDS = 60;
    private static final int MOST_AGE_SECONDS = 604_800;
    private static final int MOST_TUMBLING_SECONDS = 900;
    private static final int ENDLESS = -1;

    /** The last three concern a cloud only. */
    private static final Set<String> KNOWN = Set.of(
            "BatchSize",
            "BisectBatchOnFunctionError",
            "DestinationConfig",
            "Enabled",
            "FilterCriteria",
            "FunctionResponseTypes",
            "MaximumBatchingWindowInSeconds",
            "MaximumRecordAgeInSeconds",
            "MaximumRetryAttempts",
            "ParallelizationFactor",
            "StartingPosition",
            "Stream",
            "TumblingWindowInSeconds",
            "KmsKeyArn",
            "LoggingConfig",
            "MetricsConfig");

    /** Empty for a mapping that is not enabled. */
    Optional<StreamMapping> read(String function, Properties event) {
        event.keys().stream().filter(key -> !KNOWN.contains(key)).findFirst().ifPresent(key -> {
            throw event.at(key).error(key + " is not supported by the local run; expected none");
        });
        StreamMapping mapping = new StreamMapping(
                function, table(event), latest(event), batching(event), failures(event), FilterCriteria.read(event));
        return Optional.of(mapping).filter(any -> !event.has("Enabled") || event.flag("Enabled"));
    }

    private String table(Properties event) {
        String arn = event.requiredText("Stream");
        return Optional.ofNullable(tables.get(arn))
                .orElseThrow(() -> event.at("Stream")
                        .error("\"" + arn + "\" is no stream of this template; expected !GetAtt Table.StreamArn of a "
                                + Resource.TABLE + " with StreamSpecification"));
    }

    private static boolean latest(Properties event) {
        event.requiredText("StartingPosition");
        return event.word("StartingPosition", Set.of("LATEST", "TRIM_HORIZON")).equals(Optional.of("LATEST"));
    }

    private static Batching batching(Properties event) {
        return new Batching(
                event.integer("BatchSize", 1, MOST_RECORDS).orElse(DEFAULT_BATCH),
                Duration.ofSeconds(event.integer("MaximumBatchingWindowInSeconds", 0, MOST_WINDOW_SECONDS)
                        .orElse(0)),
                event.integer("ParallelizationFactor", 1, MOST_PARALLELIZATION).orElse(1),
                event.integer("TumblingWindowInSeconds", 0, MOST_TUMBLING_SECONDS)
                        .filter(seconds -> seconds > 0)
                        .map(Duration::ofSeconds));
    }

    private Failures failures(Properties event) {
        return new Failures(
                retries(event),
                age(event),
                event.flag("BisectBatchOnFunctionError"),
                reported(event),
                destination(event));
    }

    private static OptionalInt retries(Properties event) {
        return event.integer("MaximumRetryAttempts", ENDLESS, MOST_RETRIES).stream()
                .filter(retries -> retries != ENDLESS)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static Optional<Duration> age(Properties event) {
        Optional<Integer> seconds = event.integer("MaximumRecordAgeInSeconds").filter(age -> age != ENDLESS);
        if (seconds.isPresent()) {
            event.integer("MaximumRecordAgeInSeconds", LEAST_AGE_SECONDS, MOST_AGE_SECONDS);
        }
        return seconds.map(Duration::ofSeconds);
    }

    private static boolean reported(Properties event) {
        List<String> types = event.texts("FunctionResponseTypes");
        if (!Set.of("ReportBatchItemFailures").containsAll(types)) {
            throw event.at("FunctionResponseTypes")
                    .error(new TreeSet<>(types) + " is not supported; expected ReportBatchItemFailures");
        }
        return !types.isEmpty();
    }

    private Optional<String> destination(Properties event) {
        Properties onFailure = event.child("DestinationConfig").child("OnFailure");
        onFailure.word("Type", Set.of("SQS"));
        Optional<String> arn = onFailure.text("Destination");
        arn.filter(value -> !queues.contains(value)).ifPresent(value -> {
            throw onFailure
                    .at("Destination")
                    .error("\"" + value + "\" is no standard queue of this template; expected the Arn of an "
                            + Resource.QUEUE);
        });
        return arn;
    }
}
