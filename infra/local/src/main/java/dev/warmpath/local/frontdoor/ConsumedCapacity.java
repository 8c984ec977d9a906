package dev.warmpath.local.frontdoor;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.frontdoor.TopLevel.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Request units in the answers of DynamoDB: of the table and its indexes together. For writes of transactions see {@link
 * TransactionUnits}.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html">ConsumedCapacity</a>
 */
final class ConsumedCapacity {
    static final Set<String> READS = Set.of("GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems");

    private static final Set<String> WRITES = Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem");
    private static final String ASKED = "ReturnConsumedCapacity";
    private static final String INDEXES = "\"INDEXES\"";
    private static final String TOTAL = "\"TOTAL\"";
    private static final String NONE = "\"NONE\"";

    private ConsumedCapacity() {}

    /** The request with the question for what it consumes, unless it asks already; writes of transactions ask by index. */
    static byte[] asking(String operation, byte[] request) {
        if (operation.equals(TransactionUnits.OPERATION)) {
            return asking(request, INDEXES, Set.of(TOTAL, NONE));
        }
        return READS.contains(operation) || WRITES.contains(operation) ? asking(request, TOTAL, Set.of(NONE)) : request;
    }

    private static byte[] asking(byte[] request, String detail, Set<String> tooLittle) {
        return TopLevel.member(request, ASKED)
                .map(asked -> tooLittle.contains(text(request, asked)) ? replaced(request, asked, detail) : request)
                .orElseGet(() -> added(request, detail));
    }

    /** A request without any member, or of another form, is for the engine to refuse. */
    private static byte[] added(byte[] request, String detail) {
        OptionalInt first = TopLevel.firstMember(request);
        return first.isPresent()
                ? replaced(request, new Value(first.getAsInt(), first.getAsInt()), "\"" + ASKED + "\":" + detail + ",")
                : request;
    }

    private static byte[] replaced(byte[] json, Value value, String by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + by.length());
        out.write(json, 0, value.start());
        out.writeBytes(by.getBytes(StandardCharsets.US_ASCII));
        out.write(json, value.end(), json.length - value.end());
        return out.toByteArray();
    }

    /** Units that a successful call says it has consumed. */
    static double of(byte[] answer) {
        return TopLevel.member(answer, "ConsumedCapacity")
                .map(value -> sum(read(answer, value)))
                .orElse(0.0);
    }

    /** Units that a successful call says it has consumed in global secondary indexes, if it was asked by index. */
    static double ofIndexes(byte[] answer) {
        return TopLevel.member(answer, "ConsumedCapacity")
                .map(value -> sumOfIndexes(read(answer, value)))
                .orElse(0.0);
    }

    private static double sumOfIndexes(Object consumed) {
        return switch (consumed) {
            case Map<?, ?> table
            when table.get("GlobalSecondaryIndexes") instanceof Map<?, ?> indexes -> sum(List.copyOf(indexes.values()));
            case List<?> tables ->
                tables.stream().mapToDouble(ConsumedCapacity::sumOfIndexes).sum();
            case null, default -> 0;
        };
    }

    private static double sum(Object consumed) {
        return switch (consumed) {
            case Map<?, ?> table when table.get("CapacityUnits") instanceof Number units -> units.doubleValue();
            case List<?> tables ->
                tables.stream().mapToDouble(ConsumedCapacity::sum).sum();
            case null, default -> 0;
        };
    }

    /**
     * Units of a write that a condition has stopped, of which DynamoDB consumes as many, but tells none: one for an item of up
     * to 1 KB.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">Reads and
     *     writes</a>
     */
    static double ofFailedCondition(String operation, byte[] answer) {
        return WRITES.contains(operation) && isError(answer, "ConditionalCheckFailedException") ? 1 : 0;
    }

    static boolean isError(byte[] answer, String name) {
        return TopLevel.member(answer, "__type")
                .filter(value -> text(answer, value).endsWith("#" + name + "\""))
                .isPresent();
    }

    private static String text(byte[] json, Value value) {
        return new String(json, value.start(), value.end() - value.start(), StandardCharsets.UTF_8);
    }

    private static Object read(byte[] json, Value value) {
        try {
            return JSON.std.anyFrom(Arrays.copyOfRange(json, value.start(), value.end()));
        } catch (IOException e) {
            throw new UncheckedIOException("DynamoDB answered what is no JSON.", e);
        }
    }
}
