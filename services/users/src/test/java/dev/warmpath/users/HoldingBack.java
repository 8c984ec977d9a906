package dev.warmpath.users;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The batch operations of a real client, which count their requests and leave some users unprocessed each time. */
final class HoldingBack implements DynamoDbClient {
    private final UsersTable table;
    private final Set<String> held;
    private final Runnable onRequest;
    private final AtomicInteger requests = new AtomicInteger();

    HoldingBack(UsersTable table, Set<String> held, Runnable onRequest) {
        this.table = table;
        this.held = held;
        this.onRequest = onRequest;
    }

    static HoldingBack nothing(UsersTable table) {
        return new HoldingBack(table, Set.of(), () -> {});
    }

    int requests() {
        return requests.get();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        KeysAndAttributes wanted = request.requestItems().get(table.name());
        Shares<Map<String, AttributeValue>> keys = Shares.of(wanted.keys(), this::isHeld);
        BatchGetItemResponse answer = keys.passed.isEmpty()
                ? BatchGetItemResponse.builder().build()
                : table.client()
                        .batchGetItem(get -> get.requestItems(
                                Map.of(table.name(), wanted.copy(passed -> passed.keys(keys.passed)))));
        count();
        return keys.held.isEmpty()
                ? answer
                : answer.copy(
                        with -> with.unprocessedKeys(Map.of(table.name(), wanted.copy(left -> left.keys(keys.held)))));
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        Shares<WriteRequest> writes = Shares.of(
                request.requestItems().get(table.name()),
                write -> isHeld(write.putRequest().item()));
        BatchWriteItemResponse answer = writes.passed.isEmpty()
                ? BatchWriteItemResponse.builder().build()
                : table.client().batchWriteItem(write -> write.requestItems(Map.of(table.name(), writes.passed)));
        count();
        return writes.held.isEmpty()
                ? answer
                : answer.copy(with -> with.unprocessedItems(Map.of(table.name(), writes.held)));
    }

    private boolean isHeld(Map<String, AttributeValue> item) {
        return item.containsKey("userId") && held.contains(item.get("userId").s());
    }

    private void count() {
        requests.incrementAndGet();
        onRequest.run();
    }

    @Override
    public String serviceName() {
        return table.client().serviceName();
    }

    @Override
    public void close() {
        // The real client is closed by its owner.
    }

    private record Shares<E>(List<E> passed, List<E> held) {
        static <E> Shares<E> of(List<E> elements, Function<E, Boolean> isHeld) {
            Shares<E> shares = new Shares<>(new ArrayList<>(), new ArrayList<>());
            elements.forEach(element -> (isHeld.apply(element) ? shares.held : shares.passed).add(element));
            return shares;
        }
    }
}
