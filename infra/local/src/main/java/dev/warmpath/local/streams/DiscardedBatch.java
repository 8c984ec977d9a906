package dev.warmpath.local.streams;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.streams.Outcome.Failed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch that was given up, as Lambda describes it to an on-failure destination: where the records are, not what is in
 * them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html">Retain discarded records for a
 *     DynamoDB event source in Lambda</a>
 * @param condition {@code RetryAttemptsExhausted} or {@code RecordAgeExceeded}
 * @param lastFailure empty if the function was never reached
 */
record DiscardedBatch(Batch batch, String condition, Optional<Failed> lastFailure) {
    static final String EXHAUSTED = "RetryAttemptsExhausted";
    static final String TOO_OLD = "RecordAgeExceeded";

    String json(Shard shard, Instant now) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("requestContext", requestContext(shard));
        lastFailure.ifPresent(failure -> message.put("responseContext", responseContext(failure)));
        message.put("version", "1.0");
        message.put("timestamp", DateTimeFormatter.ISO_INSTANT.format(now.truncatedTo(ChronoUnit.MILLIS)));
        message.put("DDBStreamBatchInfo", position(shard));
        try {
            return JSON.std.asString(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> requestContext(Shard shard) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put(
                "requestId",
                lastFailure
                        .map(failure -> failure.report().requestId())
                        .orElseGet(() -> UUID.randomUUID().toString()));
        context.put("functionArn", shard.functionArn());
        context.put("condition", condition);
        context.put("approximateInvokeCount", batch.invocations());
        return context;
    }

    private static Map<String, Object> responseContext(Failed failure) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("statusCode", 200);
        context.put("executedVersion", "$LATEST");
        if (failure.error()) {
            context.put("functionError", "Unhandled");
        }
        return context;
    }

    private Map<String, Object> position(Shard shard) {
        List<StreamRecord> records = batch.records();
        Map<String, Object> position = new LinkedHashMap<>();
        position.put("shardId", shard.id());
        position.put("startSequenceNumber", records.getFirst().sequenceNumber());
        position.put("endSequenceNumber", records.getLast().sequenceNumber());
        position.put("approximateArrivalOfFirstRecord", seconds(records.getFirst()));
        position.put("approximateArrivalOfLastRecord", seconds(records.getLast()));
        position.put("batchSize", records.size());
        position.put("streamArn", shard.streamArn());
        return position;
    }

    private static String seconds(StreamRecord found) {
        return DateTimeFormatter.ISO_INSTANT.format(found.arrival().truncatedTo(ChronoUnit.SECONDS));
    }
}
