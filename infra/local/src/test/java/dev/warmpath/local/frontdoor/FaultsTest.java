package dev.warmpath.local.frontdoor;

import static dev.warmpath.local.frontdoor.Doorway.TABLE;
import static dev.warmpath.local.frontdoor.Doorway.exists;
import static dev.warmpath.local.frontdoor.Doorway.key;
import static dev.warmpath.local.frontdoor.Doorway.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.LostRequest;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Each fault as the SDK meets it, with the client that functions have. */
@Timeout(60)
class FaultsTest {
    private static DynamoDbLocal engine;

    private final String id = UUID.randomUUID().toString();
    private Doorway doorway;
    private DynamoDbClient client;

    @BeforeAll
    static void start() throws Exception {
        engine = Doorway.startEngine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void open() throws IOException {
        doorway = Doorway.before(engine.endpoint());
        client = doorway.client("Writer");
    }

    @AfterEach
    void close() throws IOException {
        doorway.close();
        assertThat(doorway.errors).isEmpty();
    }

    static Stream<Fault> faultsOfAnyCall() {
        return Stream.of(
                new Throttling("ProvisionedThroughputExceededException"),
                new Throttling("ThrottlingException"),
                new Throttling("RequestLimitExceeded"),
                new ServerError(500),
                new ServerError(503),
                new LostRequest(),
                new LostAnswer());
    }

    @ParameterizedTest
    @MethodSource("faultsOfAnyCall")
    void standardRetriesOvercomeASingleFault(Fault fault) {
        rules().add(Rule.of(fault).calls(1));

        doorway.retryingClient("Retrying").putItem(put -> put.tableName(TABLE).item(thing(id, "red")));

        assertThat(exists(client, id)).isTrue();
        assertThat(doorway.frontDoor.calls().of("Retrying", "PutItem")).isEqualTo(2);
        assertThat(doorway.frontDoor.calls().all())
                .filteredOn(count -> count.call().function().equals("Retrying"))
                .singleElement()
                .extracting(Calls.Count::faults)
                .isEqualTo(1L);
    }

    @Test
    void throttlingIsTheServicesOwnExceptionAndChangesNothing() {
        rules().add(Rule.of(new Throttling("ProvisionedThroughputExceededException")));
        assertThat(put(ProvisionedThroughputExceededException.class))
                .satisfies(FaultsTest::isThrottling)
                .extracting(AwsServiceException::requestId)
                .isNotNull();

        rules().set(List.of(Rule.of(new Throttling("ThrottlingException"))));
        assertThat(put(ThrottlingException.class)).satisfies(FaultsTest::isThrottling);

        rules().set(List.of(Rule.of(new Throttling("RequestLimitExceeded"))));
        assertThat(put(RequestLimitExceededException.class)).satisfies(FaultsTest::isThrottling);

        rules().clear();
        assertThat(exists(client, id)).isFalse();
    }

    @Test
    void serverErrorIsTheServicesOwnExceptionAndChangesNothing() {
        rules().add(Rule.of(new ServerError(500)));
        assertThat(put(InternalServerErrorException.class).statusCode()).isEqualTo(500);

        rules().set(List.of(Rule.of(new ServerError(503))));
        assertThat(put(DynamoDbException.class).statusCode()).isEqualTo(503);

        rules().clear();
        assertThat(exists(client, id)).isFalse();
    }

    @Test
    void lostRequestDidNotHappen() {
        rules().add(Rule.of(new LostRequest()).operation("PutItem"));

        assertThatThrownBy(this::put).isInstanceOf(SdkClientException.class);

        assertThat(exists(client, id)).isFalse();
    }

    @Test
    void lostAnswerLooksTheSameButTheWriteHappened() {
        rules().add(Rule.of(new LostAnswer()).operation("PutItem"));

        assertThatThrownBy(this::put).isInstanceOf(SdkClientException.class);

        assertThat(exists(client, id)).isTrue();
    }

    @Test
    void ruleMeetsOnlyItsFunctionAndOperation() {
        rules().add(Rule.of(new ServerError(500)).function("Another"));
        rules().add(Rule.of(new ServerError(500)).operation("DeleteItem"));
        rules().add(Rule.of(new ServerError(500)).service("sqs"));

        put();

        assertThat(exists(client, id)).isTrue();
    }

    @Test
    void ruleEndsWithItsTime() {
        rules().add(Rule.of(new ServerError(500)).time(Duration.ofSeconds(3)));
        assertThatThrownBy(this::put).isInstanceOf(InternalServerErrorException.class);

        doorway.now.updateAndGet(now -> now.plusSeconds(3));

        put();
        assertThat(rules().active()).isEmpty();
    }

    @Test
    void unprocessedKeysCarryWhatWasAskedForThem() {
        List<String> ids = write(20);
        rules().add(Rule.of(new Unprocessed(0.3)).seed(1));

        BatchGetItemResponse answer = read(KeysAndAttributes.builder()
                .keys(ids.stream().map(Doorway::key).toList())
                .projectionExpression("#c")
                .expressionAttributeNames(Map.of("#c", "colour"))
                .consistentRead(true)
                .build());

        KeysAndAttributes left = answer.unprocessedKeys().get(TABLE);
        assertThat(left.keys()).hasSizeBetween(1, 19);
        assertThat(left.projectionExpression()).isEqualTo("#c");
        assertThat(left.expressionAttributeNames()).isEqualTo(Map.of("#c", "colour"));
        assertThat(left.consistentRead()).isTrue();
        assertThat(answer.responses().get(TABLE))
                .hasSize(20 - left.keys().size())
                .allSatisfy(item -> assertThat(item).containsOnlyKeys("colour"));
    }

    @Test
    void unprocessedKeysAskedForAgainCompleteTheBatch() {
        List<String> ids = write(25);
        rules().add(Rule.of(new Unprocessed(0.5)).seed(2).calls(4));

        Set<String> found = new HashSet<>();
        KeysAndAttributes wanted = keys(ids);
        while (wanted != null) {
            BatchGetItemResponse answer = read(wanted);
            answer.responses()
                    .getOrDefault(TABLE, List.of())
                    .forEach(item -> assertThat(found.add(item.get("id").s())).isTrue());
            wanted = answer.unprocessedKeys().get(TABLE);
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void unprocessedPutsAndDeletesDidNotHappen() {
        List<String> old = write(10);
        List<String> fresh = ids(10);
        List<WriteRequest> requests = new ArrayList<>();
        old.forEach(gone -> requests.add(delete(gone)));
        fresh.forEach(made -> requests.add(insert(made)));
        rules().add(Rule.of(new Unprocessed(0.5)).operation("BatchWriteItem").seed(3));

        List<WriteRequest> left = client.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, requests)))
                .unprocessedItems()
                .get(TABLE);

        assertThat(requests).containsAll(left);
        assertThat(left)
                .anyMatch(request -> request.putRequest() != null)
                .anyMatch(request -> request.deleteRequest() != null);
        for (String gone : old) {
            assertThat(exists(client, gone)).isEqualTo(left.contains(delete(gone)));
        }
        for (String made : fresh) {
            assertThat(exists(client, made)).isEqualTo(!left.contains(insert(made)));
        }
    }

    @Test
    void batchOfWhichNothingIsProcessedIsThrottled() {
        rules().add(Rule.of(new Unprocessed(1)));

        assertThatThrownBy(() -> read(keys(ids(3)))).isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void batchThatTheStoreRefusesIsRefusedAlsoWhereAPartWouldPass() {
        rules().add(Rule.of(new Unprocessed(0.5)).seed(4));
        List<String> tooMany = ids(101);

        assertThatThrownBy(() -> read(keys(tooMany)))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Too many items");
        assertThatThrownBy(() -> read(keys(List.of("a", "b", "a", "b"))))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("duplicates");
    }

    @Test
    void unprocessedIsForBatchesOnly() {
        rules().add(Rule.of(new Unprocessed(1)));

        put();

        assertThat(exists(client, id)).isTrue();
    }

    private Rules rules() {
        return doorway.frontDoor.rules();
    }

    private void put() {
        client.putItem(put -> put.tableName(TABLE).item(thing(id, "red")));
    }

    private <E extends AwsServiceException> E put(Class<E> expected) {
        return catchThrowableOfType(expected, this::put);
    }

    private static void isThrottling(AwsServiceException failure) {
        assertThat(failure.statusCode()).isEqualTo(400);
        assertThat(failure.isThrottlingException()).isTrue();
    }

    private List<String> ids(int count) {
        return Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
    }

    private List<String> write(int count) {
        List<String> ids = ids(count);
        ids.forEach(each -> client.putItem(put -> put.tableName(TABLE).item(thing(each, "red"))));
        return ids;
    }

    private static KeysAndAttributes keys(List<String> ids) {
        return KeysAndAttributes.builder()
                .keys(ids.stream().map(Doorway::key).toList())
                .build();
    }

    private BatchGetItemResponse read(KeysAndAttributes keys) {
        return client.batchGetItem(batch -> batch.requestItems(Map.of(TABLE, keys)));
    }

    private static WriteRequest delete(String id) {
        return WriteRequest.builder()
                .deleteRequest(request -> request.key(key(id)))
                .build();
    }

    private static WriteRequest insert(String id) {
        return WriteRequest.builder()
                .putRequest(request -> request.item(thing(id, "blue")))
                .build();
    }
}
