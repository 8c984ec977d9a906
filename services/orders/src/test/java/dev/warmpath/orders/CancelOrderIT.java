package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.json.Json;
import dev.warmpath.orders.WorkerFaults.Fault;
import dev.warmpath.orders.cancelling.Cancellations;
import dev.warmpath.orders.data.BodyHash;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.orders.data.Reason;
import dev.warmpath.orders.data.Stock;
import dev.warmpath.orders.data.Transition;
import dev.warmpath.testing.Answer;
import dev.warmpath.testing.Invocations;
import dev.warmpath.testing.TestContext;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@ExtendWith(OrdersTable.OnRealEngine.class)
class CancelOrderIT {
    private static final Instant PLACED = Instant.parse("2026-11-20T10:50:40.123Z");
    private static final Instant NOW = Instant.parse("2026-11-20T10:55:00.000Z");
    private static final OrderKey KEY = new OrderKey("ada", "order-1");
    private static final String SCOPE = OrderEvents.SCOPE;
    private static final String ADMIN = OrderEvents.ADMIN_SCOPE;

    private final WorkerFaults faults = new WorkerFaults();
    private OrdersTable table;
    private String users;
    private CancelOrder cancelOrder;

    @BeforeEach
    void wire(OrdersTable table) {
        this.table = table;
        users = "users-" + UUID.randomUUID();
        table.client()
                .createTable(create -> create.tableName(users)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("userId")
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("userId")
                                .keyType(KeyType.HASH)
                                .build()));
        customer("ada", "ACTIVE");
        stock("tea", 10);
        stock("cup", 20);
        cancelOrder = cancelOrder(table.engine().clientOver(faults));
    }

    @AfterEach
    void close() {
        faults.close();
    }

    @Test
    void aPendingOrderIsCancelledAndLeavesTheIndex() throws IOException {
        put(pending());

        Answer answer = cancel("ada", SCOPE);

        assertThat(answer.status()).isEqualTo(200);
        Order stored = stored();
        assertThat(answer.json())
                .isEqualTo(stored.toJson())
                .containsEntry("status", "CANCELLED")
                .containsEntry("updatedAt", "2026-11-20T10:55:00.000Z");
        assertThat(table.row(KEY.attributes()).orElseThrow()).doesNotContainKeys("pendingShard", "nextAttemptAt");
        assertThat(table.available("tea")).isEqualTo(10);
    }

    @Test
    void aConfirmedOrderIsCancelledAndItsStockIsBack() throws IOException {
        put(confirmed());

        Answer answer = cancel("ada", SCOPE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Json.write(stored().toJson()));
        assertThat(answer.json())
                .containsEntry("status", "CANCELLED")
                .containsEntry("total", 500)
                .containsEntry("currency", "EUR");
        assertThat(table.available("tea")).isEqualTo(12);
        assertThat(table.available("cup")).isEqualTo(21);
        assertThat(version("tea")).isEqualTo(2);
    }

    @Test
    void aCancelledOrderMayBeCancelledAgainAndGivesNothingBackTwice() throws IOException {
        put(confirmed());
        Answer first = cancel("ada", SCOPE);

        Answer second = cancel("ada", SCOPE);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(table.available("tea")).isEqualTo(12);
    }

    @Test
    void aRejectedOrderAnswers409() throws IOException {
        Order rejected = new Order(
                KEY,
                OrderStatus.REJECTED,
                pending().lines(),
                Optional.empty(),
                Optional.of(Reason.OUT_OF_STOCK),
                "h",
                "c-1",
                PLACED,
                PLACED,
                Optional.empty());
        put(rejected);

        assertThat(cancel("ada", SCOPE).status()).isEqualTo(409);
        assertThat(stored()).isEqualTo(rejected);
    }

    @Test
    void itTakesTwoReadsAndOneTransaction() throws IOException {
        put(confirmed());

        cancel("ada", SCOPE);

        assertThat(faults.requests("GetItem")).isEqualTo(2);
        assertThat(faults.requests("TransactWriteItems")).isEqualTo(1);
        assertThat(faults.requests()).isEqualTo(3);
    }

    @Test
    void whatDoesNotExistAnswers404() throws IOException {
        assertThat(cancel("ada", SCOPE).status()).isEqualTo(404);
    }

    @Test
    void anotherCallersOrderAnswers404() throws IOException {
        put(confirmed());

        assertThat(cancel("bob", SCOPE).status()).isEqualTo(404);
        assertThat(call("bob", SCOPE, KEY.orderId(), Map.of("userId", "ada")).status())
                .isEqualTo(404);
        assertThat(stored()).isEqualTo(confirmed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "ORDER#1", "ä"})
    void whatIsNoOrderIdAnswers404WithoutARead(String orderId) throws IOException {
        assertThat(call("ada", SCOPE, orderId, Map.of()).status()).isEqualTo(404);
        assertThat(faults.requests()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "CONFIRMED", "CANCELLED"})
    void aSuspendedOwnerAnswers403AndChangesNothing(OrderStatus status) throws IOException {
        customer("ada", "SUSPENDED");
        Order order = new Order(
                KEY,
                status,
                pending().lines(),
                Optional.empty(),
                Optional.empty(),
                "h",
                "c-1",
                PLACED,
                PLACED,
                Optional.empty());
        put(order);

        assertThat(cancel("ada", SCOPE).status()).isEqualTo(403);
        assertThat(stored()).isEqualTo(order);
    }

    @Test
    void anAdministratorCancelsAnybodysOrderSuspendedOrNot() throws IOException {
        customer("ada", "SUSPENDED");
        put(confirmed());

        Answer answer = call("root", ADMIN, KEY.orderId(), Map.of("userId", "ada"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(stored().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(table.available("tea")).isEqualTo(12);
    }

    @Test
    void anOwnerWhoHasDeletedTheProfileMayCancel() throws IOException {
        table.client().deleteItem(delete -> delete.tableName(users).key(Map.of("userId", AttributeValue.fromS("ada"))));
        put(confirmed());

        assertThat(cancel("ada", SCOPE).status()).isEqualTo(200);
        assertThat(table.available("tea")).isEqualTo(12);
    }

    @Test
    void anOrderThatIsConfirmedMeanwhileIsCancelledWithItsStock() throws IOException {
        put(pending());
        CancelOrder overtaken = cancelOrder(new Overtaken(table.client(), 1, () -> put(confirmed())));

        assertThat(call(overtaken, "ada", SCOPE).status()).isEqualTo(200);

        assertThat(stored().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(stored().total()).contains(new Money(500, "EUR"));
        assertThat(table.available("tea")).isEqualTo(12);
    }

    @Test
    void anOwnerWhoIsSuspendedMeanwhileAnswers403() throws IOException {
        put(confirmed());
        CancelOrder overtaken = cancelOrder(new Overtaken(table.client(), 1, () -> customer("ada", "SUSPENDED")));

        assertThat(call(overtaken, "ada", SCOPE).status()).isEqualTo(403);

        assertThat(stored()).isEqualTo(confirmed());
        assertThat(table.available("tea")).isEqualTo(10);
    }

    @Test
    void anOrderThatChangesEachTimeAnswers409AfterSomeLooks() throws IOException {
        put(pending());
        AtomicInteger looks = new AtomicInteger();
        CancelOrder overtaken = cancelOrder(new Overtaken(
                table.client(),
                Integer.MAX_VALUE,
                () -> put(looks.incrementAndGet() % 2 == 0 ? pending() : confirmed())));

        assertThat(call(overtaken, "ada", SCOPE).status()).isEqualTo(409);

        assertThat(looks).hasValue(5);
        assertThat(table.available("tea")).isEqualTo(10);
    }

    @Test
    void aConflictWithAnotherTransactionIsTriedAgain() throws IOException {
        put(confirmed());
        CancelOrder conflicting = cancelOrder(new Conflicting(table.client(), 3));

        assertThat(call(conflicting, "ada", SCOPE).status()).isEqualTo(200);

        assertThat(table.available("tea")).isEqualTo(12);
    }

    @Test
    void aConflictThatLastsEndsWithTheTime() throws IOException {
        put(confirmed());
        CancelOrder conflicting = cancelOrder(new Conflicting(table.client(), Integer.MAX_VALUE));

        String answer = Invocations.call(
                conflicting, OrderEvents.cancel("ada", SCOPE, KEY.orderId(), Map.of()), new TestContext(1_000));

        assertThat(Answer.of(answer).status()).isEqualTo(503);
        assertThat(stored()).isEqualTo(confirmed());
    }

    @Test
    void aTransactionWhoseAnswerWasLostGivesItsStockBackOnce() throws IOException {
        put(confirmed());
        faults.fail("TransactWriteItems", Fault.LOST_ANSWER, 1);

        assertThat(cancel("ada", SCOPE).status()).isEqualTo(200);

        assertThat(table.available("tea")).isEqualTo(12);
        assertThat(faults.requests("TransactWriteItems")).isEqualTo(2);
    }

    @Test
    void ofManyCancellationsAndAWorkerAtOnceNoneGivesBackWhatWasNotTaken() throws Exception {
        put(pending());
        List<Callable<Integer>> calls = new ArrayList<>();
        IntStream.range(0, 8).forEach(i -> calls.add(() -> cancel("ada", SCOPE).status()));
        calls.add(this::confirmAsAWorker);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        assertThat(stored().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(table.available("tea")).isEqualTo(10);
        assertThat(table.available("cup")).isEqualTo(20);
    }

    /** Takes the stock of the order and confirms it, unless it is cancelled by then. */
    private int confirmAsAWorker() {
        List<TransactWriteItem> actions = List.of(
                TransactWriteItem.builder()
                        .update(new Transition(KEY, OrderStatus.PENDING, OrderStatus.CONFIRMED, PLACED)
                                .in(table.name()))
                        .build(),
                TransactWriteItem.builder()
                        .update(Stock.take(table.name(), OrderLine.of("tea", 2)))
                        .build(),
                TransactWriteItem.builder()
                        .update(Stock.take(table.name(), OrderLine.of("cup", 1)))
                        .build());
        try {
            table.client().transactWriteItems(transaction -> transaction.transactItems(actions));
        } catch (TransactionCanceledException e) {
            assertThat(e.cancellationReasons().getFirst().code()).isIn("ConditionalCheckFailed", "TransactionConflict");
        }
        return 200;
    }

    @Test
    void primingReachesTheTablesAndWritesNothing() {
        cancelOrder.prime();

        assertThat(faults.requests("GetItem")).isEqualTo(faults.requests()).isEqualTo(2);
    }

    @Test
    void primingWithoutATableFails() {
        CancelOrder broken = new CancelOrder(new Cancellations(
                table.client(), "no-such-table", new Customers(table.client(), users), Clock.systemUTC()));

        assertThatThrownBy(broken::prime).isInstanceOf(IllegalStateException.class);
    }

    private static Order pending() {
        return Order.placed(
                KEY, List.of(OrderLine.of("tea", 2), OrderLine.of("cup", 1)), "c-1", PLACED, PLACED.plusSeconds(60));
    }

    private static Order confirmed() {
        List<OrderLine> lines =
                List.of(OrderLine.of("tea", 2).at(200), OrderLine.of("cup", 1).at(100));
        return new Order(
                KEY,
                OrderStatus.CONFIRMED,
                lines,
                Optional.of(new Money(500, "EUR")),
                Optional.empty(),
                BodyHash.of(lines),
                "c-1",
                PLACED,
                PLACED,
                Optional.empty());
    }

    private void put(Order order) {
        table.put(OrderSchema.row(order));
    }

    private Order stored() {
        return table.order(KEY).orElseThrow();
    }

    private void customer(String userId, String status) {
        table.client()
                .putItem(put -> put.tableName(users)
                        .item(Map.of("userId", AttributeValue.fromS(userId), "status", AttributeValue.fromS(status))));
    }

    private void stock(String sku, long available) {
        Map<String, AttributeValue> row = new HashMap<>(Stock.key(sku));
        row.put("available", AttributeValue.fromN(Long.toString(available)));
        row.put("version", AttributeValue.fromN("1"));
        table.put(row);
    }

    private int version(String sku) {
        return Integer.parseInt(
                table.row(Stock.key(sku)).orElseThrow().get("version").n());
    }

    private Answer cancel(String sub, String scope) throws IOException {
        return call(cancelOrder, sub, scope);
    }

    private static Answer call(CancelOrder handler, String sub, String scope) throws IOException {
        return Answer.of(Invocations.call(handler, OrderEvents.cancel(sub, scope, KEY.orderId(), Map.of())));
    }

    private Answer call(String sub, String scope, String orderId, Map<String, String> query) throws IOException {
        return Answer.of(Invocations.call(cancelOrder, OrderEvents.cancel(sub, scope, orderId, query)));
    }

    private CancelOrder cancelOrder(DynamoDbClient client) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new CancelOrder(new Cancellations(client, table.name(), new Customers(client, users), clock));
    }

    /** Somebody else is faster: before each of the first transactions. */
    private static final class Overtaken implements DynamoDbClient {
        private final DynamoDbClient client;
        private final AtomicInteger left;
        private final Runnable somebodyElse;

        Overtaken(DynamoDbClient client, int times, Runnable somebodyElse) {
            this.client = client;
            this.left = new AtomicInteger(times);
            this.somebodyElse = somebodyElse;
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return client.getItem(request);
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (left.getAndDecrement() > 0) {
                somebodyElse.run();
            }
            return client.transactWriteItems(request);
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

    /** The first transactions meet another one on the same items. */
    private static final class Conflicting implements DynamoDbClient {
        private final DynamoDbClient client;
        private final AtomicInteger left;

        Conflicting(DynamoDbClient client, int times) {
            this.client = client;
            this.left = new AtomicInteger(times);
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return client.getItem(request);
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (left.getAndDecrement() > 0) {
                throw TransactionCanceledException.builder()
                        .cancellationReasons(
                                CancellationReason.builder().code("None").build(),
                                CancellationReason.builder()
                                        .code("TransactionConflict")
                                        .build())
                        .build();
            }
            return client.transactWriteItems(request);
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
}
