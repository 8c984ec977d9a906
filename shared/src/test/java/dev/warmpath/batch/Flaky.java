package dev.warmpath.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The batch operations of a real client, of which some requests are throttled and some elements left unprocessed. */
final class Flaky implements DynamoDbClient {
    private final DynamoDbClient client;
    private final Random random;
    private final int throttledPercent;
    private final int unprocessedPercent;
    private final AtomicInteger requests = new AtomicInteger();

    Flaky(DynamoDbClient client, Random random, int throttledPercent, int unprocessedPercent) {
        this.client = client;
        this.random = random;
        this.throttledPercent = throttledPercent;
        this.unprocessedPercent = unprocessedPercent;
    }

    static ProvisionedThroughputExceededException throttled() {
        return ProvisionedThroughputExceededException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .build())
                .build();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        String table = request.requestItems().keySet().iterator().next();
        KeysAndAttributes wanted = request.requestItems().get(table);
        Shares<Map<String, AttributeValue>> keys = shares(wanted.keys());
        BatchGetItemResponse answer = client.batchGetItem(
                get -> get.requestItems(Map.of(table, wanted.copy(with -> with.keys(keys.processed)))));
        return keys.unprocessed.isEmpty()
                ? answer
                : answer.copy(
                        with -> with.unprocessedKeys(Map.of(table, wanted.copy(left -> left.keys(keys.unprocessed)))));
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        String table = request.requestItems().keySet().iterator().next();
        Shares<WriteRequest> writes = shares(request.requestItems().get(table));
        BatchWriteItemResponse answer =
                client.batchWriteItem(write -> write.requestItems(Map.of(table, writes.processed)));
        return writes.unprocessed.isEmpty()
                ? answer
                : answer.copy(with -> with.unprocessedItems(Map.of(table, writes.unprocessed)));
    }

    /** As the real service does, throttles a request of which nothing is processed. */
    private <E> Shares<E> shares(List<E> elements) {
        requests.incrementAndGet();
        Shares<E> shares = new Shares<>(new ArrayList<>(), new ArrayList<>());
        elements.forEach(element -> (chance(unprocessedPercent) ? shares.unprocessed : shares.processed).add(element));
        if (shares.processed.isEmpty() || chance(throttledPercent)) {
            throw throttled();
        }
        return shares;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    @Override
    public void close() {
        // The real client is closed by its owner.
    }

    private record Shares<E>(List<E> processed, List<E> unprocessed) {}
}
