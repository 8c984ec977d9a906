package dev.warmpath.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A real client that notes its requests, lets a test act around them, and leaves some items of batches unprocessed. */
final class WatchedClient implements DynamoDbClient {
    private final DynamoDbClient client;
    private final List<DynamoDbRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Consumer<DynamoDbRequest> before = request -> {};
    private volatile Consumer<DynamoDbRequest> after = request -> {};
    private volatile Predicate<Map<String, AttributeValue>> held = item -> false;

    WatchedClient(DynamoDbClient client) {
        this.client = client;
    }

    static ProvisionedThroughputExceededException throttled() {
        return ProvisionedThroughputExceededException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .build())
                .build();
    }

    /** May throw what the request is to fail with. */
    void before(Consumer<DynamoDbRequest> before) {
        this.before = before;
    }

    /** May throw what is to be met in the place of the answer, after the request was carried out. */
    void after(Consumer<DynamoDbRequest> after) {
        this.after = after;
    }

    /** Leaves the items of batches unprocessed of which this is true, by their keys or whole. */
    void hold(Predicate<Map<String, AttributeValue>> held) {
        this.held = held;
    }

    long count(Class<? extends DynamoDbRequest> kind) {
        return requests.stream().filter(kind::isInstance).count();
    }

    <R extends DynamoDbRequest> List<R> requests(Class<R> kind) {
        return requests.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    int calls() {
        return requests.size();
    }

    void forget() {
        requests.clear();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        begin(request);
        return end(request, client.getItem(request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        begin(request);
        return end(request, client.query(request));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        begin(request);
        return end(request, client.updateItem(request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        begin(request);
        String table = request.requestItems().keySet().iterator().next();
        KeysAndAttributes wanted = request.requestItems().get(table);
        List<Map<String, AttributeValue>> left =
                wanted.keys().stream().filter(held).toList();
        List<Map<String, AttributeValue>> passed = without(wanted.keys(), left);
        BatchGetItemResponse answer = passed.isEmpty()
                ? BatchGetItemResponse.builder().build()
                : client.batchGetItem(get -> get.requestItems(Map.of(table, wanted.copy(with -> with.keys(passed)))));
        return end(
                request,
                left.isEmpty()
                        ? answer
                        : answer.copy(
                                with -> with.unprocessedKeys(Map.of(table, wanted.copy(unread -> unread.keys(left))))));
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        begin(request);
        String table = request.requestItems().keySet().iterator().next();
        List<WriteRequest> wanted = request.requestItems().get(table);
        List<WriteRequest> left = wanted.stream()
                .filter(write -> held.test(write.putRequest().item()))
                .toList();
        List<WriteRequest> passed = without(wanted, left);
        BatchWriteItemResponse answer = passed.isEmpty()
                ? BatchWriteItemResponse.builder().build()
                : client.batchWriteItem(write -> write.requestItems(Map.of(table, passed)));
        return end(request, left.isEmpty() ? answer : answer.copy(with -> with.unprocessedItems(Map.of(table, left))));
    }

    private static <E> List<E> without(List<E> all, List<E> some) {
        List<E> others = new ArrayList<>(all);
        others.removeAll(some);
        return others;
    }

    private void begin(DynamoDbRequest request) {
        requests.add(request);
        before.accept(request);
    }

    private <R> R end(DynamoDbRequest request, R answer) {
        after.accept(request);
        return answer;
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    @Override
    public void close() {
        // The real client is closed by its owner.
    }
}
