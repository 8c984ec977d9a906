package dev.warmpath.local.sqs;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a function answers to a batch when its mapping has {@code ReportBatchItemFailures}.
 *
 * <p>Nothing, {@code null}, and an object whose {@code batchItemFailures} is missing, null or empty mean that all messages are
 * done. The whole batch has failed where the answer is no such object, or where an item names no message, names it under
 * another key, or names one that is not of the batch.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting">
 *     Implementing partial batch responses</a>
 */
final class BatchAnswer {
    private BatchAnswer() {}

    /** The ids, among those of the batch, of the messages that have failed. */
    static Set<String> failed(byte[] payload, Set<String> batch) {
        if (new String(payload, StandardCharsets.UTF_8).isBlank()) {
            return Set.of();
        }
        try {
            return failed(JSON.std.anyFrom(payload), batch);
        } catch (IOException notJson) {
            return batch;
        }
    }

    private static Set<String> failed(Object answer, Set<String> batch) {
        return switch (answer) {
            case null -> Set.of();
            case Map<?, ?> object -> failures(object.get("batchItemFailures"), batch);
            default -> batch;
        };
    }

    private static Set<String> failures(Object items, Set<String> batch) {
        return switch (items) {
            case null -> Set.of();
            case List<?> list -> named(list, batch);
            default -> batch;
        };
    }

    private static Set<String> named(List<?> items, Set<String> batch) {
        Set<String> named = new HashSet<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> object
                    && object.get("itemIdentifier") instanceof String id
                    && batch.contains(id)) {
                named.add(id);
            } else {
                return batch;
            }
        }
        return named;
    }
}
