package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Units of the real engine on a table as the application has it: a sparse index of what is due, of keys alone, and one that
 * projects the state; other rows, as of stock, are in neither.
 */
@Timeout(60)
class IndexWritesOfTransactionsTest {
    private static final String ORDERS = "Orders";

    private static DynamoDbLocal engine;

    private Doorway doorway;
    private DynamoDbClient client;

    @BeforeAll
    static void start() throws Exception {
        engine = Doorway.startEngine();
        try (Doorway doorway = Doorway.before(engine.endpoint())) {
            createOrders(doorway.client("Setup"));
        }
    }

    private static void createOrders(DynamoDbClient client) {
        Projection keys =
                Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build();
        Projection state = Projection.builder()
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes("state")
                .build();
        client.createTable(table -> table.tableName(ORDERS)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        Stream.of("id", "due", "customer").map(Doorway::text).toList())
                .keySchema(Doorway.hash("id"))
                .globalSecondaryIndexes(index("ByDue", "due", keys), index("ByCustomer", "customer", state)));
    }

    private static GlobalSecondaryIndex index(String name, String key, Projection projection) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(Doorway.hash(key))
                .projection(projection)
                .build();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void open() throws IOException {
        doorway = Doorway.before(engine.endpoint());
        client = doorway.client("Thing");
        doorway.frontDoor.capacity().meter(true);
    }

    @AfterEach
    void close() throws IOException {
        doorway.close();
        assertThat(doorway.errors).isEmpty();
    }

    /** What is written to the table is doubled, what follows in its indexes is not. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
                    CHANGE,                                 INDEX_WRITES
                    'SET #state = :new REMOVE due',         2
                    'REMOVE due',                           1
                    'SET #state = :new',                    1
                    'SET due = :new',                       2
                    'SET due = :new, customer = :new',         4
                    'SET note = :new',                      0
                    """)
    void indexWritesCostWhatTheyCostOutsideOfATransaction(String change, int indexWrites) {
        put("outside", 10);
        put("inside", 10);
        doorway.frontDoor.capacity().reset();

        client.updateItem(update -> update.tableName(ORDERS)
                .key(Doorway.key("outside"))
                .updateExpression(change)
                .expressionAttributeNames(names(change))
                .expressionAttributeValues(values(change)));
        assertThat(takeWriteUnits()).isEqualTo(1 + indexWrites);

        transact(update("inside", change), takeStock("a"), takeStock("b"));
        assertThat(takeWriteUnits()).isEqualTo(2 * 3 + indexWrites);
    }

    @Test
    void eachIndexRoundsItsOwnEntryToKilobytes() {
        transact(TransactWriteItem.builder()
                .put(put -> put.tableName(ORDERS).item(order("large", 2500)))
                .build());
        assertThat(takeWriteUnits()).isEqualTo(2 * 3 + 1 + 3);
    }

    @Test
    void entriesOfADeletedItemAreDeletedAtTheirPrice() {
        put("deleted", 10);
        doorway.frontDoor.capacity().reset();

        transact(
                TransactWriteItem.builder()
                        .delete(delete -> delete.tableName(ORDERS).key(Doorway.key("deleted")))
                        .build(),
                takeStock("a"));

        assertThat(takeWriteUnits()).isEqualTo(2 * 2 + 2);
    }

    @Test
    void indexesOfSeveralTablesAreAdded() {
        transact(
                TransactWriteItem.builder()
                        .put(put -> put.tableName(ORDERS).item(order("one", 10)))
                        .build(),
                TransactWriteItem.builder()
                        .put(put -> put.tableName(Doorway.TABLE).item(Doorway.thing("other", "red")))
                        .build());

        assertThat(takeWriteUnits()).isEqualTo(2 * 2 + 2);
    }

    /** DynamoDB takes one for each of the four entries. */
    @Test
    void engineTellsTheSameWritesOfSeveralActionsOnlyOnce() {
        transact(
                TransactWriteItem.builder()
                        .put(put -> put.tableName(ORDERS).item(order("first", 10)))
                        .build(),
                TransactWriteItem.builder()
                        .put(put -> put.tableName(ORDERS).item(order("second", 10)))
                        .build());

        assertThat(takeWriteUnits()).isEqualTo(2 * 2 + 2);
    }

    @Test
    void transactionThatAConditionStopsWritesNoIndex() {
        TransactWriteItem stopped = TransactWriteItem.builder()
                .put(put ->
                        put.tableName(ORDERS).item(order("stopped", 10)).conditionExpression("attribute_exists(id)"))
                .build();

        assertThatThrownBy(() -> transact(stopped)).isInstanceOf(TransactionCanceledException.class);

        assertThat(takeWriteUnits()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReturnConsumedCapacity.class,
            names = {"INDEXES", "TOTAL", "NONE"})
    void whoAsksInWhateverDetailIsCountedTheSame(ReturnConsumedCapacity detail) {
        client.transactWriteItems(transaction -> transaction
                .returnConsumedCapacity(detail)
                .transactItems(TransactWriteItem.builder()
                        .put(put -> put.tableName(ORDERS).item(order("asked-" + detail, 10)))
                        .build()));

        assertThat(takeWriteUnits()).isEqualTo(2 + 2);
    }

    private void put(String id, int bytes) {
        client.putItem(put -> put.tableName(ORDERS).item(order(id, bytes)));
    }

    private static Map<String, AttributeValue> order(String id, int bytes) {
        return Map.of(
                "id", AttributeValue.fromS(id),
                "due", AttributeValue.fromS("today"),
                "customer", AttributeValue.fromS("ada"),
                "state", AttributeValue.fromS("x".repeat(bytes)));
    }

    private static TransactWriteItem takeStock(String sku) {
        return update("stock-" + sku, "SET note = :new");
    }

    private static TransactWriteItem update(String id, String change) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(ORDERS)
                        .key(Doorway.key(id))
                        .updateExpression(change)
                        .expressionAttributeNames(names(change))
                        .expressionAttributeValues(values(change)))
                .build();
    }

    private static Map<String, String> names(String change) {
        return change.contains("#state") ? Map.of("#state", "state") : null;
    }

    private static Map<String, AttributeValue> values(String change) {
        return change.contains(":new") ? Map.of(":new", AttributeValue.fromS("new")) : null;
    }

    private void transact(TransactWriteItem... actions) {
        client.transactWriteItems(transaction -> transaction.transactItems(actions));
    }

    private double takeWriteUnits() {
        double units = doorway.frontDoor.capacity().writeUnits("Thing");
        doorway.frontDoor.capacity().reset();
        return units;
    }
}
