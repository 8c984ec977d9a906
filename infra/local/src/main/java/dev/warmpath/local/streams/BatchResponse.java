package dev.warmpath.local.streams;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A function's answer that tells which records of a batch have failed.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">Configuring partial
 *     batch response with DynamoDB and Lambda</a>
 */
final class BatchResponse {
    private static final int WHOLE_BATCH = 0;

    private BatchResponse() {}

    /**
     * Index of the first record that failed, which is where processing goes on; empty if none failed.
     *
     * <p>An answer that is no object, or names no record of the batch, fails the whole batch.
     */
    static OptionalInt firstFailure(byte[] payload, List<StreamRecord> batch) {
        try {
            Object answer = payload.length == 0 ? null : JSON.std.anyFrom(payload);
            return answer == null ? OptionalInt.empty() : firstFailure(answer, batch);
        } catch (IOException e) {
            return OptionalInt.of(WHOLE_BATCH);
        }
    }

    private static OptionalInt firstFailure(Object answer, List<StreamRecord> batch) {
        if (!(answer instanceof Map<?, ?> fields)) {
            return OptionalInt.of(WHOLE_BATCH);
        }
        Object failures = fields.get("batchItemFailures");
        if (failures == null) {
            return OptionalInt.empty();
        }
        return failures instanceof Collection<?> items
                ? items.stream().mapToInt(item -> index(item, batch)).min()
                : OptionalInt.of(WHOLE_BATCH);
    }

    private static int index(Object item, List<StreamRecord> batch) {
        Object identifier = item instanceof Map<?, ?> fields ? fields.get("itemIdentifier") : null;
        for (int i = 0; i < batch.size(); i++) {
            if (batch.get(i).sequenceNumber().equals(identifier)) {
                return i;
            }
        }
        return WHOLE_BATCH;
    }
}
