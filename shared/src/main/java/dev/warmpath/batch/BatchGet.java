package dev.warmpath.batch;

import dev.warmpath.deadline.Deadline;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Reads many items of one table by {@code BatchGetItem}.
 *
 * <p>A request takes 100 keys of which no two are equal, and answers at most 16 MB; the keys of the rest come back unprocessed (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>).
 */
public final class BatchGet {
    static final int MAX_KEYS = 100;

    private static final ChunkLimit<Map<String, AttributeValue>> LIMIT = ChunkLimit.of(MAX_KEYS);

    private final DynamoDbClient client;
    private final Table table;
    private final Rounds rounds;
    private final KeysAndAttributes options;

    /**
     * Eventually consistent reads of whole items.
     *
     * @param atOnce how many requests may be under way; not more than the client has connections
     */
    public BatchGet(DynamoDbClient client, Table table, int atOnce) {
        this(client, table, Rounds.of(atOnce));
    }

    BatchGet(DynamoDbClient client, Table table, Rounds rounds) {
        this(client, table, rounds, KeysAndAttributes.builder().build());
    }

    private BatchGet(DynamoDbClient client, Table table, Rounds rounds, KeysAndAttributes options) {
        this.client = client;
        this.table = table;
        this.rounds = rounds;
        this.options = options;
    }

    /** The same with strongly consistent reads, at twice the price. */
    public BatchGet consistent() {
        return new BatchGet(client, table, rounds, options.copy(with -> with.consistentRead(true)));
    }

    /** The same with only some attributes of each item, and always those of the key. */
    public BatchGet only(Collection<String> attributes) {
        List<String> wanted = Stream.concat(table.keyNames().stream(), attributes.stream())
                .distinct()
                .toList();
        // By placeholders, since an attribute's name may be a reserved word.
        Map<String, String> names = new LinkedHashMap<>();
        wanted.forEach(attribute -> names.put("#a" + names.size(), attribute));
        KeysAndAttributes projected = options.copy(with ->
                with.projectionExpression(String.join(",", names.keySet())).expressionAttributeNames(names));
        return new BatchGet(client, table, rounds, projected);
    }

    /**
     * Reads until all keys are read or the time is over. Equal keys are read once.
     *
     * @throws IllegalArgumentException if a key lacks one of the table's key attributes
     * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if DynamoDB refuses a request for another
     *     reason than throttling or a fault of its own
     * @throws software.amazon.awssdk.core.exception.SdkClientException if a request cannot be sent for another reason than the
     *     connection
     */
    public Items read(Collection<Map<String, AttributeValue>> keys, Deadline deadline) {
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> asked = new LinkedHashMap<>();
        keys.forEach(key -> asked.putIfAbsent(table.identity(key), key));
        var read = rounds.send(List.copyOf(asked.values()), LIMIT, this::request, deadline);
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> found = new HashMap<>();
        read.answers().forEach(item -> found.put(table.identity(item), item));
        return new Items(
                asked.keySet().stream()
                        .filter(found::containsKey)
                        .map(found::get)
                        .toList(),
                read.left().stream().map(table::identity).map(asked::get).toList());
    }

    private Sent<Map<String, AttributeValue>, Map<String, AttributeValue>> request(
            List<Map<String, AttributeValue>> keys) {
        KeysAndAttributes wanted = options.copy(with -> with.keys(keys));
        BatchGetItemResponse answer = client.batchGetItem(get -> get.requestItems(Map.of(table.name(), wanted)));
        KeysAndAttributes left = answer.unprocessedKeys().get(table.name());
        return new Sent<>(
                answer.responses().getOrDefault(table.name(), List.of()), left == null ? List.of() : left.keys());
    }
}
