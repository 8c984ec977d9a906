package dev.warmpath.batch;

import dev.warmpath.deadline.Deadline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Puts and deletes many items of one table by {@code BatchWriteItem}, without conditions: each write replaces what is there.
 *
 * <p>A request takes 25 writes of which no two are of one key, and 16 MB; an item may have 400 KB (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>).
 */
public final class BatchWrite {
    static final int MAX_WRITES = 25;

    /** The smaller reading of 16 MB. */
    static final int MAX_REQUEST_BYTES = 16_000_000;

    /** What a write adds to its item, and its share of what surrounds all of them. */
    private static final int AROUND_WRITE = 400;

    private static final ChunkLimit<WriteRequest> LIMIT =
            new ChunkLimit<>(MAX_WRITES, MAX_REQUEST_BYTES, write -> AROUND_WRITE + WireSize.of(attributes(write)));

    private final DynamoDbClient client;
    private final Table table;
    private final Rounds rounds;

    /** @param atOnce how many requests may be under way; not more than the client has connections */
    public BatchWrite(DynamoDbClient client, Table table, int atOnce) {
        this(client, table, Rounds.of(atOnce));
    }

    BatchWrite(DynamoDbClient client, Table table, Rounds rounds) {
        this.client = client;
        this.table = table;
        this.rounds = rounds;
    }

    /**
     * Writes until everything is written or the time is over. Of several writes of one key only the last is made.
     *
     * @return those that are not known to be made; one whose request was under way when the time was over may be made yet.
     *     Safe to be repeated
     * @throws IllegalArgumentException if an item has over 400 KB or lacks one of the table's key attributes; nothing has been
     *     written then
     * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if DynamoDB refuses a request for another
     *     reason than throttling or a fault of its own; other requests may have been made
     * @throws software.amazon.awssdk.core.exception.SdkClientException if a request cannot be sent for another reason than the
     *     connection
     */
    public List<WriteRequest> write(List<WriteRequest> writes, Deadline deadline) {
        writes.forEach(this::requireFits);
        return rounds.send(lastOfEachKey(writes), LIMIT, this::request, deadline)
                .left();
    }

    /**
     * Sends a put without key, which every table refuses: warms a function before its snapshot without writing.
     *
     * @throws DynamoDbException if it fails for another reason, such as a table that does not exist
     */
    public void sendRefusedPut() {
        WriteRequest keyless = WriteRequest.builder()
                .putRequest(put -> put.item(Map.of("priming", AttributeValue.fromBool(true))))
                .build();
        try {
            request(List.of(keyless));
        } catch (DynamoDbException e) {
            if (!"ValidationException".equals(e.awsErrorDetails().errorCode())) {
                throw e;
            }
        }
    }

    private void requireFits(WriteRequest write) {
        long bytes = ItemSize.of(attributes(write));
        if (bytes > ItemSize.MAX_BYTES) {
            throw new IllegalArgumentException("An item for the table " + table.name() + " has " + bytes
                    + " bytes, but DynamoDB takes at most " + ItemSize.MAX_BYTES);
        }
    }

    private List<WriteRequest> lastOfEachKey(List<WriteRequest> writes) {
        Map<Map<String, AttributeValue>, WriteRequest> last = new LinkedHashMap<>();
        writes.forEach(write -> last.put(table.identity(attributes(write)), write));
        return List.copyOf(last.values());
    }

    private Sent<WriteRequest, Void> request(List<WriteRequest> writes) {
        var answer = client.batchWriteItem(write -> write.requestItems(Map.of(table.name(), writes)));
        return new Sent<>(List.of(), answer.unprocessedItems().getOrDefault(table.name(), List.of()));
    }

    private static Map<String, AttributeValue> attributes(WriteRequest write) {
        return write.putRequest() == null
                ? write.deleteRequest().key()
                : write.putRequest().item();
    }
}
