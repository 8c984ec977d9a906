package dev.warmpath.local.frontdoor;

import static dev.warmpath.local.frontdoor.Doorway.TABLE;
import static dev.warmpath.local.frontdoor.Doorway.hash;
import static dev.warmpath.local.frontdoor.Doorway.key;
import static dev.warmpath.local.frontdoor.Doorway.text;
import static dev.warmpath.local.frontdoor.Doorway.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import dev.warmpath.local.frontdoor.Capacity.Used;
import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Units of the real engine, by the rules of DynamoDB itself.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">Reads and
 *     writes</a>
 */
@Timeout(60)
class CapacityTest {
    private static final String INDEXED = "Indexed";
    private static DynamoDbLocal engine;

    private Doorway doorway;
    private DynamoDbClient client;

    @BeforeAll
    static void start() throws Exception {
        engine = Doorway.startEngine();
        try (Doorway doorway = Doorway.before(engine.endpoint())) {
            createIndexed(doorway.client("Setup"));
        }
    }

    private static void createIndexed(DynamoDbClient client) {
        client.createTable(table -> table.tableName(INDEXED)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("id"), text("colour"))
                .keySchema(hash("id"))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("ByColour")
                        .keySchema(hash("colour"))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL))
                        .build()));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void open() throws IOException {
        doorway = Doorway.before(engine.endpoint());
        client = doorway.client("Thing");
        capacity().meter(true);
    }

    @AfterEach
    void close() throws IOException {
        doorway.close();
        assertThat(doorway.errors).isEmpty();
    }

    private Capacity capacity() {
        return doorway.frontDoor.capacity();
    }

    private double readUnits() {
        return capacity().readUnits("Thing");
    }

    private double writeUnits() {
        return capacity().writeUnits("Thing");
    }

    private void put(String id, int bytes) {
        client.putItem(put -> put.tableName(TABLE).item(thing(id, "x".repeat(bytes))));
    }

    @Test
    void nothingIsMeasuredUntilItIsSwitchedOn() {
        capacity().meter(false);

        put("unmetered", 10);

        assertThat(capacity().all()).isEmpty();
    }

    @Test
    void unitsAreCountedByFunctionAndOperation() {
        put("mine", 10);
        doorway.client("Other").getItem(get -> get.tableName(TABLE).key(key("mine")));

        assertThat(capacity().all())
                .containsExactly(
                        new Used(new Call("dynamodb", "Other", "GetItem"), 0.5),
                        new Used(new Call("dynamodb", "Thing", "PutItem"), 1));
        assertThat(capacity().readUnits("Other")).isEqualTo(0.5);
        assertThat(capacity().writeUnits("Other")).isZero();
    }

    @Test
    void resetStartsFromZero() {
        put("again", 10);

        capacity().reset();

        assertThat(capacity().all()).isEmpty();
        put("again", 10);
        assertThat(writeUnits()).isEqualTo(1);
    }

    @Test
    void getOfA9KilobyteItemIsOneAndAHalfUnitsOrThreeWhenConsistent() {
        put("nine", 9 * 1024);

        client.getItem(get -> get.tableName(TABLE).key(key("nine")));
        assertThat(readUnits()).isEqualTo(1.5);

        client.getItem(get -> get.tableName(TABLE).key(key("nine")).consistentRead(true));
        assertThat(readUnits()).isEqualTo(1.5 + 3);
    }

    @Test
    void getOfWhatIsNotThereIsHalfAUnit() {
        client.getItem(get -> get.tableName(TABLE).key(key("nobody")));

        assertThat(readUnits()).isEqualTo(0.5);
    }

    @Test
    void queryRoundsTheSumOfItsItems() {
        for (int i = 0; i < 10; i++) {
            String id = "queried-" + i;
            client.putItem(put -> put.tableName(INDEXED).item(thing(id, "green")));
        }
        capacity().reset();

        client.query(query -> query.tableName(INDEXED)
                .indexName("ByColour")
                .keyConditionExpression("colour = :colour")
                .expressionAttributeValues(Map.of(":colour", AttributeValue.fromS("green"))));

        assertThat(readUnits()).isEqualTo(0.5);
    }

    @Test
    void scanIsBilledForWhatItsFilterDrops() {
        for (int i = 0; i < 8; i++) {
            put("scanned-" + i, 4 * 1024);
        }
        capacity().reset();

        client.scan(scan -> scan.tableName(TABLE)
                .filterExpression("colour = :none")
                .expressionAttributeValues(Map.of(":none", AttributeValue.fromS("none"))));

        assertThat(readUnits()).isGreaterThanOrEqualTo(4);
    }

    /** DynamoDB bills a key without an item as a small item, the engine does not. */
    @Test
    void batchGetRoundsEachItemAndTheEngineTellsNothingOfMissingOnes() {
        put("one", 10);
        put("two", 5 * 1024);

        client.batchGetItem(batch -> batch.requestItems(Map.of(
                TABLE,
                KeysAndAttributes.builder()
                        .keys(List.of(key("one"), key("two"), key("missing")))
                        .build())));

        assertThat(readUnits()).isEqualTo(0.5 + 1);
    }

    @Test
    void readsOfATransactionAreTwice() {
        put("first", 10);
        put("second", 10);

        client.transactGetItems(transaction -> transaction.transactItems(get("first"), get("second")));

        assertThat(readUnits()).isEqualTo(4);
    }

    private static TransactGetItem get(String id) {
        return TransactGetItem.builder()
                .get(get -> get.tableName(TABLE).key(key(id)))
                .build();
    }

    @Test
    void writesRoundEachItemToKilobytes() {
        put("small", 10);
        assertThat(writeUnits()).isEqualTo(1);

        put("larger", 2500);
        assertThat(writeUnits()).isEqualTo(1 + 3);

        client.deleteItem(delete -> delete.tableName(TABLE).key(key("nobody")));
        assertThat(writeUnits()).isEqualTo(1 + 3 + 1);
    }

    @Test
    void indexesAddTheirWrites() {
        client.putItem(put -> put.tableName(INDEXED).item(thing("moves", "red")));
        assertThat(writeUnits()).isEqualTo(2);

        client.updateItem(update -> update.tableName(INDEXED)
                .key(key("moves"))
                .updateExpression("SET colour = :blue")
                .expressionAttributeValues(Map.of(":blue", AttributeValue.fromS("blue"))));
        assertThat(writeUnits()).isEqualTo(2 + 3);
    }

    @Test
    void batchWriteIsTheSumOfItsWrites() {
        List<WriteRequest> puts = IntStream.range(0, 5)
                .mapToObj(i -> WriteRequest.builder()
                        .putRequest(put -> put.item(thing("batched-" + i, "x".repeat(1500))))
                        .build())
                .toList();

        client.batchWriteItem(batch -> batch.requestItems(Map.of(TABLE, puts)));

        assertThat(writeUnits()).isEqualTo(10);
    }

    @Test
    void eachActionOfATransactionIsTwoUnits() {
        for (int actions : List.of(1, 2, 3)) {
            capacity().reset();
            List<TransactWriteItem> puts = IntStream.range(0, actions)
                    .mapToObj(i -> put("transacted-" + actions + "-" + i))
                    .toList();

            client.transactWriteItems(transaction -> transaction.transactItems(puts));

            assertThat(writeUnits()).isEqualTo(2 * puts.size());
            assertThat(readUnits()).isZero();
        }
    }

    @Test
    void actionsOfAllKindsAreTwoUnitsEach() {
        List.of("updated", "deleted", "checked").forEach(id -> put(id, 10));
        capacity().reset();

        client.transactWriteItems(transaction -> transaction.transactItems(
                TransactWriteItem.builder()
                        .update(update -> update.tableName(TABLE)
                                .key(key("updated"))
                                .updateExpression("SET colour = :blue")
                                .expressionAttributeValues(Map.of(":blue", AttributeValue.fromS("blue"))))
                        .build(),
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(TABLE).key(key("deleted")))
                        .build(),
                TransactWriteItem.builder()
                        .conditionCheck(check ->
                                check.tableName(TABLE).key(key("checked")).conditionExpression("attribute_exists(id)"))
                        .build()));

        assertThat(writeUnits()).isEqualTo(6);
    }

    @Test
    void putOfATransactionIsTwoUnitsForEachStartedKilobyte() {
        client.transactWriteItems(transaction -> transaction.transactItems(TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(thing("large", "x".repeat(2500))))
                .build()));

        assertThat(writeUnits()).isEqualTo(2 * 3);
    }

    private static TransactWriteItem put(String id) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(TABLE).item(thing(id, "red")).conditionExpression("attribute_not_exists(id)"))
                .build();
    }

    @Test
    void writeThatAConditionStopsIsAUnit() {
        put("there", 10);
        capacity().reset();

        assertThatThrownBy(() -> client.putItem(put -> put.tableName(TABLE)
                        .item(thing("there", "blue"))
                        .conditionExpression("attribute_not_exists(id)")))
                .isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(writeUnits()).isEqualTo(1);
    }

    @Test
    void transactionThatAConditionStopsIsTwoUnitsAnAction() {
        put("taken", 10);
        capacity().reset();

        assertThatThrownBy(() -> client.transactWriteItems(
                        transaction -> transaction.transactItems(put("taken"), put("not-written"))))
                .isInstanceOf(TransactionCanceledException.class);

        assertThat(writeUnits()).isEqualTo(4);
    }

    @Test
    void callerThatAsksItselfIsToldAsItAsked() {
        put("asked", 10);

        assertThat(client.getItem(get -> get.tableName(TABLE)
                                .key(key("asked"))
                                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
                        .consumedCapacity()
                        .table()
                        .capacityUnits())
                .isEqualTo(0.5);
        client.getItem(
                get -> get.tableName(TABLE).key(key("asked")).returnConsumedCapacity(ReturnConsumedCapacity.NONE));

        assertThat(readUnits()).isEqualTo(0.5 + 0.5);
    }

    @Test
    void itemsThatNameTheFieldAreNotTakenForIt() {
        String json = "\"ConsumedCapacity\":{\"CapacityUnits\":1000}";
        Map<String, AttributeValue> item = Map.of(
                "id", AttributeValue.fromS("tricky"),
                "colour", AttributeValue.fromS(json),
                "ConsumedCapacity", AttributeValue.fromM(Map.of("CapacityUnits", AttributeValue.fromN("1000"))));
        client.putItem(put -> put.tableName(TABLE).item(item));

        assertThat(client.getItem(get -> get.tableName(TABLE).key(key("tricky")))
                        .item())
                .isEqualTo(item);

        assertThat(readUnits()).isEqualTo(0.5);
        assertThat(writeUnits()).isEqualTo(1);
    }

    @Test
    void operationsThatConsumeNothingPassUnchanged() {
        client.describeTable(describe -> describe.tableName(TABLE));

        assertThat(capacity().all()).isEmpty();
    }

    @Test
    void whatTheDoorRefusesConsumesNothing() {
        doorway.frontDoor
                .rules()
                .add(Rule.of(new Throttling("ThrottlingException")).calls(1));

        assertThatThrownBy(() -> put("refused", 10)).hasMessageContaining("Rate of requests");

        assertThat(capacity().all()).isEmpty();
    }

    @Test
    void whatTheEngineDidBeforeTheAnswerWasLostIsCounted() {
        doorway.frontDoor.rules().add(Rule.of(new LostAnswer()).calls(1));

        assertThatThrownBy(() -> put("lost", 10)).isInstanceOf(RuntimeException.class);

        assertThat(writeUnits()).isEqualTo(1);
    }

    @Test
    void onlyTheProcessedPartOfABatchIsCounted() {
        List<String> ids = List.of("a", "b", "c", "d", "e", "f");
        ids.forEach(id -> put(id, 10));
        List<Map<String, AttributeValue>> keys = ids.stream().map(Doorway::key).toList();
        doorway.frontDoor.rules().add(Rule.of(new Unprocessed(0.5)).calls(1).seed(7));

        int left = client.batchGetItem(batch -> batch.requestItems(
                        Map.of(TABLE, KeysAndAttributes.builder().keys(keys).build())))
                .unprocessedKeys()
                .get(TABLE)
                .keys()
                .size();

        assertThat(left).isBetween(1, 5);
        assertThat(readUnits()).isEqualTo(0.5 * (6 - left));
    }
}
