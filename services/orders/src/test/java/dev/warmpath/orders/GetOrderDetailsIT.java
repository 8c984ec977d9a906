package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import dev.warmpath.json.Json;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.Stock;
import dev.warmpath.orders.reading.DetailsReader;
import dev.warmpath.testing.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

@Timeout(60)
@ExtendWith(OrdersTable.OnRealEngine.class)
class GetOrderDetailsIT {
    private static final String SCOPE = "orders:read orders:write";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final String users = "users-" + UUID.randomUUID();
    private OrdersTable table;
    private OrderRows rows;
    private InventoryRows inventory;
    private WatchedClient client;
    private DetailsReader details;
    private GetOrderDetails getOrderDetails;

    @BeforeEach
    void wire(OrdersTable table) {
        this.table = table;
        rows = new OrderRows(table);
        inventory = new InventoryRows(table);
        createUsers();
        client = new WatchedClient(table.client());
        details = new DetailsReader(client, table.name(), new Customers(client, users));
        getOrderDetails = new GetOrderDetails(details);
    }

    @Test
    void anOrderIsAnsweredWithItsUserAndTheStockOfItsLines() throws IOException {
        putUser("ada", "ACTIVE");
        inventory.put("A", "Tea", 250, 7);
        inventory.put("B", "Milk", 90, 3);
        Order order = rows.put("ada", "order-1", NOON, OrderLine.of("B", 1), OrderLine.of("A", 2));

        Answer answer = get("ada", SCOPE, Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).isEqualTo("private, no-cache");
        assertThat(answer.body())
                .isEqualTo("{\"order\":" + Json.write(order.toJson())
                        + ",\"user\":{\"userId\":\"ada\",\"status\":\"ACTIVE\"},\"inventory\":["
                        + "{\"sku\":\"B\",\"name\":\"Milk\",\"available\":3,\"unitPrice\":90,\"currency\":\"EUR\"},"
                        + "{\"sku\":\"A\",\"name\":\"Tea\",\"available\":7,\"unitPrice\":250,\"currency\":\"EUR\"}]}");
    }

    @Test
    void aUserWithoutProfileAndProductsOutsideOfTheCatalogueAreLeftOut() throws IOException {
        inventory.putProduct("A", "Tea", 250, 1);
        inventory.putStock("B", 3);
        rows.put("ada", "order-1", NOON, OrderLine.of("A", 1), OrderLine.of("B", 2), OrderLine.of("C", 3));

        Map<String, Object> answer = get("ada", SCOPE, Map.of()).json();

        assertThat(answer).containsOnlyKeys("order", "inventory");
        assertThat((List<?>) answer.get("inventory"))
                .singleElement()
                .satisfies(item ->
                        assertThat(Json.fields(item)).containsEntry("sku", "A").containsEntry("available", 0));
    }

    @Test
    void anAdministratorReadsThoseOfASuspendedUser() throws IOException {
        putUser("ada", "SUSPENDED");
        rows.put("ada", "order-1", NOON, OrderLine.of("A", 1));

        Answer answer = get("root", SCOPE + " admin", Map.of("userId", "ada"));

        assertThat(answer.json()).containsEntry("user", Map.of("userId", "ada", "status", "SUSPENDED"));
    }

    @Test
    void aForeignOrderIsAnsweredExactlyLikeAMissingOne() throws IOException {
        Answer missing = get("eve", SCOPE, Map.of());
        rows.put("ada", "order-1", NOON, OrderLine.of("A", 1));

        Answer foreign = get("eve", SCOPE, Map.of());

        assertThat(missing.status()).isEqualTo(404);
        assertThat(foreign).isEqualTo(missing);
        assertThat(get("eve", SCOPE, Map.of("userId", "ada"))).isEqualTo(missing);
        assertThat(client.count(BatchGetItemRequest.class)).isZero();
    }

    @Test
    void orderAndUserAreReadAtTheSameTimeAndFiftyLinesInOneBatch() throws IOException {
        putUser("ada", "ACTIVE");
        rows.put(
                "ada",
                "order-1",
                NOON,
                IntStream.range(0, 50)
                        .mapToObj(i -> OrderLine.of("SKU-" + i, 1))
                        .toArray(OrderLine[]::new));
        inventory.putAll(IntStream.range(0, 50).mapToObj(i -> "SKU-" + i).toList(), "Tea", 250, 7);
        CyclicBarrier together = new CyclicBarrier(2);
        client.before(request -> {
            if (request instanceof GetItemRequest) {
                meet(together);
            }
        });

        Answer answer = get("ada", SCOPE, Map.of());

        assertThat((List<?>) answer.json().get("inventory")).hasSize(50);
        assertThat(client.count(GetItemRequest.class)).isEqualTo(2);
        assertThat(client.requests(BatchGetItemRequest.class))
                .singleElement()
                .satisfies(
                        read -> assertThat(read.requestItems().get(table.name()).consistentRead())
                                .isTrue());
    }

    @Test
    void keysThatAreLeftUnprocessedAreReadAgain() throws IOException {
        inventory.put("A", "Tea", 250, 7);
        rows.put("ada", "order-1", NOON, OrderLine.of("A", 1));
        AtomicInteger batches = new AtomicInteger();
        client.before(request -> {
            if (request instanceof BatchGetItemRequest) {
                boolean first = batches.incrementAndGet() == 1;
                client.hold(key -> first && key.equals(Stock.key("A")));
            }
        });

        Map<String, Object> answer = get("ada", SCOPE, Map.of()).json();

        assertThat(batches.get()).isEqualTo(2);
        assertThat(Json.fields(((List<?>) answer.get("inventory")).getFirst())).containsEntry("available", 7);
    }

    @Test
    void whatCannotBeReadInTimeIsNotLeftOut() {
        inventory.put("A", "Tea", 250, 7);
        Order order = rows.put("ada", "order-1", NOON, OrderLine.of("A", 1));
        client.hold(key -> key.equals(Stock.key("A")));

        assertThatThrownBy(() -> details.read(order.key(), Deadline.in(Duration.ofMillis(500))))
                .isInstanceOf(DeadlineException.class);
    }

    @Test
    void primingTakesThePathsOfAMissingAndOfAFoundOrder() {
        getOrderDetails.prime();

        assertThat(client.count(GetItemRequest.class)).isEqualTo(2);
    }

    @Test
    void primingWithoutATableFails() {
        GetOrderDetails broken =
                new GetOrderDetails(new DetailsReader(client, "no-such-table", new Customers(client, users)));

        assertThatThrownBy(broken::prime).isInstanceOf(IllegalStateException.class);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("The other call was not made at the same time", e);
        }
    }

    private void createUsers() {
        AttributeDefinition userId = AttributeDefinition.builder()
                .attributeName("userId")
                .attributeType(ScalarAttributeType.S)
                .build();
        KeySchemaElement key = KeySchemaElement.builder()
                .attributeName("userId")
                .keyType(KeyType.HASH)
                .build();
        table.client()
                .createTable(create -> create.tableName(users)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(userId)
                        .keySchema(key));
    }

    private void putUser(String userId, String status) {
        Map<String, AttributeValue> user =
                Map.of("userId", AttributeValue.fromS(userId), "status", AttributeValue.fromS(status));
        table.client().putItem(put -> put.tableName(users).item(user));
    }

    private Answer get(String sub, String scope, Map<String, String> query) throws IOException {
        return ReadEvents.by(sub, scope).path("orderId", "order-1").query(query).to(getOrderDetails);
    }
}
