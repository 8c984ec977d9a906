package dev.warmpath.orders;

import static dev.warmpath.orders.WorkerEngines.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.orders.WorkerEngines.Delivery;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.orders.data.Reason;
import dev.warmpath.orders.data.Stock;
import dev.warmpath.testing.Invocations;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

@Timeout(60)
@ExtendWith(WorkerEngines.OnRealEngines.class)
class FulfilOrdersIT {
    private WorkerEngines engines;
    private FulfilOrders worker;

    @BeforeEach
    void wire(WorkerEngines engines) {
        this.engines = engines;
        worker = engines.fulfilOrders();
        engines.customer("ada", "ACTIVE");
        engines.product("tea", 250, "EUR", 100);
        engines.product("cup", 1_999, "EUR", 10);
    }

    @Test
    void pendingOrderIsConfirmedWithPricesAndItsStockTaken() throws IOException {
        Order placed = engines.place(order("ada", OrderLine.of("tea", 3), OrderLine.of("cup", 2)));

        assertThat(engines.deliver(worker).failed()).isEmpty();

        Order order = engines.stored(placed);
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.total()).contains(new Money(4_748, "EUR"));
        assertThat(order.lines())
                .containsExactly(
                        new OrderLine("tea", 3, OptionalLong.of(250)), new OrderLine("cup", 2, OptionalLong.of(1_999)));
        assertThat(order.updatedAt()).isAfter(placed.updatedAt());
        assertThat(engines.table().available("tea")).isEqualTo(97);
        assertThat(engines.table().available("cup")).isEqualTo(8);
    }

    @Test
    void decidedOrderLeavesTheIndexOfPendingOrders() throws IOException {
        Order confirmed = engines.place(order("ada", OrderLine.of("tea", 1)));
        Order rejected = engines.place(order("ada", OrderLine.of("cup", 11)));

        deliverUntil(() -> engines.stored(confirmed).status() != OrderStatus.PENDING
                && engines.stored(rejected).status() != OrderStatus.PENDING);

        assertThat(Stream.of(confirmed, rejected)
                        .map(order ->
                                engines.table().row(order.key().attributes()).orElseThrow()))
                .allSatisfy(row -> assertThat(row).doesNotContainKeys("pendingShard", "nextAttemptAt"));
    }

    @Test
    void orderOfUnknownCustomerIsRejected() throws IOException {
        assertRejected(order("nobody", OrderLine.of("tea", 1)), Reason.CUSTOMER_UNKNOWN);
    }

    @Test
    void orderOfSuspendedCustomerIsRejected() throws IOException {
        engines.customer("eve", "SUSPENDED");

        assertRejected(order("eve", OrderLine.of("tea", 1)), Reason.CUSTOMER_SUSPENDED);
    }

    @Test
    void orderOfUnknownProductIsRejected() throws IOException {
        assertRejected(order("ada", OrderLine.of("tea", 1), OrderLine.of("air", 1)), Reason.PRODUCT_UNKNOWN);
    }

    @Test
    void orderOfProductsInTwoCurrenciesIsRejected() throws IOException {
        engines.product("gum", 99, "USD", 10);

        assertRejected(order("ada", OrderLine.of("tea", 1), OrderLine.of("gum", 1)), Reason.MIXED_CURRENCIES);
    }

    @Test
    void orderOfMoreThanThereIsTakesNothingAndIsRejected() throws IOException {
        assertRejected(order("ada", OrderLine.of("tea", 1), OrderLine.of("cup", 11)), Reason.OUT_OF_STOCK);
    }

    @Test
    void orderOfProductWithoutStockIsRejected() throws IOException {
        engines.table()
                .client()
                .deleteItem(delete -> delete.tableName(engines.table().name()).key(Stock.key("cup")));
        Order placed = engines.place(order("ada", OrderLine.of("cup", 1)));

        engines.deliver(worker);

        assertThat(engines.stored(placed).reason()).contains(Reason.OUT_OF_STOCK);
    }

    private void assertRejected(Order order, Reason reason) throws IOException {
        engines.place(order);

        assertThat(engines.deliver(worker).failed()).isEmpty();

        Order rejected = engines.stored(order);
        assertThat(rejected.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(rejected.reason()).contains(reason);
        assertThat(rejected.total()).isEmpty();
        assertThat(engines.table().available("tea")).isEqualTo(100);
        assertThat(engines.table().available("cup")).isEqualTo(10);
    }

    @Test
    void tenMessagesTakeTwoBatchReadsAndTenTransactions() throws IOException {
        List<Message> messages = placeTen(OrderLine.of("tea", 1), OrderLine.of("cup", 1));

        try (WorkerFaults http = new WorkerFaults()) {
            Invocations.call(workerOver(http), WorkerEngines.event(messages));

            assertThat(http.requests("BatchGetItem")).isEqualTo(2);
            assertThat(http.requests()).isEqualTo(2 + http.requests("TransactWriteItems"));
        }
        assertThat(engines.table().available("cup")).isZero();
    }

    @Test
    void tenMessagesOfDifferentProductsTakeNoMoreThanTenTransactions() throws IOException {
        IntStream.range(0, 10).forEach(i -> engines.product("sku-" + i, 1, "EUR", 1));
        List<Message> messages =
                IntStream.range(0, 10).mapToObj(i -> place("sku-" + i)).toList();

        try (WorkerFaults http = new WorkerFaults()) {
            Invocations.call(workerOver(http), WorkerEngines.event(messages));

            assertThat(http.requests("BatchGetItem")).isEqualTo(2);
            assertThat(http.requests("TransactWriteItems")).isEqualTo(10);
            assertThat(http.requests()).isEqualTo(12);
        }
    }

    private Message place(String sku) {
        engines.place(order("ada", OrderLine.of(sku, 1)));
        return engines.receive(engines.queue()).getFirst();
    }

    private List<Message> placeTen(OrderLine... lines) {
        return IntStream.range(0, 10)
                .mapToObj(i -> {
                    engines.place(order("ada", lines));
                    return engines.receive(engines.queue()).getFirst();
                })
                .toList();
    }

    @Test
    void messageDeliveredTwiceTakesStockOnce() throws IOException {
        Order placed = engines.place(order("ada", OrderLine.of("cup", 10)));
        engines.send(placed);
        engines.send(placed);

        deliverUntil(() -> isEmpty(engines.queue()));

        assertThat(engines.stored(placed).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(engines.table().available("cup")).isZero();
    }

    @Test
    void duplicatesWithinOneBatchTakeStockOnce() throws IOException {
        Order placed = engines.place(order("ada", OrderLine.of("cup", 10)));
        Message message = engines.receive(engines.queue()).getFirst();
        List<Message> batch = IntStream.range(0, 10)
                .mapToObj(i -> message.toBuilder().messageId("copy-" + i).build())
                .toList();

        String answer = Invocations.call(worker, WorkerEngines.event(batch));

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(engines.stored(placed).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(engines.table().available("cup")).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderStatus.class,
            names = {"CONFIRMED", "REJECTED", "CANCELLED"})
    void messageOfDecidedOrderChangesNothing(OrderStatus status) throws IOException {
        Order placed = order("ada", OrderLine.of("cup", 1));
        var row = new HashMap<>(OrderSchema.row(placed));
        row.put("status", AttributeValue.fromS(status.name()));
        engines.table().put(row);
        engines.send(placed);

        assertThat(engines.deliver(worker).failed()).isEmpty();

        assertThat(engines.table().row(placed.key().attributes())).contains(row);
        assertThat(engines.table().available("cup")).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "nobody"})
    void messageOfAnotherBodyUnderTheSameKeyIsDropped(String userId) throws IOException {
        Order placed = order(userId, OrderLine.of("tea", 1));
        Order refused = Order.placed(
                placed.key(),
                List.of(OrderLine.of("cup", 1)),
                "correlation-2",
                placed.placedAt(),
                placed.placedAt().plusSeconds(60));
        engines.put(placed);
        engines.send(refused);

        assertThat(engines.deliver(worker).failed()).isEmpty();

        assertThat(engines.stored(placed)).isEqualTo(placed);
        assertThat(engines.table().available("cup")).isEqualTo(10);
    }

    @Test
    void messageThatBeatsItsRowComesBackSoonAndIsFulfilledThen() throws IOException {
        Order placed = order("ada", OrderLine.of("tea", 1));
        engines.send(placed);

        Delivery tooSoon = engines.deliver(worker);
        engines.put(placed);
        Delivery again = engines.deliver(worker);

        assertThat(tooSoon.failed()).hasSize(1);
        assertThat(again.messages().getFirst().messageId())
                .isEqualTo(tooSoon.failed().getFirst());
        assertThat(again.failed()).isEmpty();
        assertThat(engines.stored(placed).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "nobody"})
    void messageWithoutRowIsDroppedAfterAMinute(String userId) throws IOException {
        Order neverPut = order(userId, OrderLine.of("tea", 1));
        engines.send(neverPut);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(61));

        Delivery delivery = engines.deliver(engines.fulfilOrders(engines.table().client(), later));

        assertThat(delivery.messages()).hasSize(1);
        assertThat(delivery.failed()).isEmpty();
        assertThat(engines.table().order(neverPut.key())).isEmpty();
        assertThat(engines.table().available("tea")).isEqualTo(100);
    }

    @Test
    void primingPassesAndWritesNothing() {
        worker.prime();

        assertThat(engines.table().order(new OrderKey("priming", "priming"))).isEmpty();
        assertThat(engines.table().available("tea")).isEqualTo(100);
    }

    private FulfilOrders workerOver(WorkerFaults http) {
        return engines.fulfilOrders(engines.table().engine().clientOver(http), Clock.systemUTC());
    }

    private boolean isEmpty(String queue) {
        var attributes = engines.sqs()
                .getQueueAttributes(get -> get.queueUrl(queue).attributeNamesWithStrings("All"))
                .attributesAsStrings();
        return attributes.get("ApproximateNumberOfMessages").equals("0")
                && attributes.get("ApproximateNumberOfMessagesNotVisible").equals("0");
    }

    private void deliverUntil(BooleanSupplier condition) throws IOException {
        while (!condition.getAsBoolean()) {
            engines.deliver(worker);
        }
    }
}
