package dev.warmpath.orders;

import static dev.warmpath.orders.WorkerEngines.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.orders.WorkerEngines.Delivery;
import dev.warmpath.orders.WorkerFaults.Fault;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.orders.data.Reason;
import dev.warmpath.testing.Invocations;
import dev.warmpath.testing.TestContext;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

/** What goes wrong: messages that nobody can read, answers that are lost, too little time. */
@Tag("full")
@Timeout(60)
@ExtendWith(WorkerEngines.OnRealEngines.class)
class FulfilOrdersFaultsIT {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "{\"schema\":2}",
                "{\"schema\":1,\"userId\":\"ada\",\"orderId\":\"1\",\"bodyHash\":\"h\",\"correlationId\":\"c\",\"placedAt\":\"2026-11-20T10:50:40Z\"}",
                "{\"schema\":1,\"userId\":\"ada\",\"orderId\":\"1\",\"lines\":[],\"bodyHash\":\"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\",\"correlationId\":\"c\",\"placedAt\":\"2026-11-20T10:50:40Z\"}"
            })
    void poisonMessageFailsAlone(String poison) throws IOException {
        Order placed = engines.place(order("ada", OrderLine.of("tea", 1)));
        Message good = engines.receive(engines.queue()).getFirst();
        engines.send(poison);
        Message bad = engines.receive(engines.queue()).getFirst();

        String answer = Invocations.call(worker, WorkerEngines.event(List.of(bad, good)));

        assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"" + bad.messageId() + "\"}]}");
        assertThat(engines.stored(placed).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void poisonMessageEndsInTheDeadLetterQueueSoonerThanItsVisibilityTimeout() throws IOException {
        engines.redriveAfter(2);
        engines.send("poison");

        Delivery first = engines.deliver(worker);
        Delivery second = engines.deliver(worker);
        List<Message> dead = new ArrayList<>();
        while (dead.isEmpty()) {
            // Only a third receive moves it.
            assertThat(engines.receive(engines.queue(), 1)).isEmpty();
            dead.addAll(engines.receive(engines.deadLetters(), 1));
        }

        assertThat(second.failed()).isEqualTo(first.failed()).hasSize(1);
        assertThat(dead).extracting(Message::body).containsExactly("poison");
    }

    @Test
    void messageWhoseKeysNoTableTakesFailsAlone() throws IOException {
        Order placed = engines.place(order("ada", OrderLine.of("tea", 1)));
        Message good = engines.receive(engines.queue()).getFirst();
        engines.send(order("", OrderLine.of("tea", 1)));
        engines.send(order("ada", OrderLine.of("", 1)));
        engines.send(order("ada", OrderLine.of("tea", 0)));
        engines.send(order("ada", OrderLine.of("tea", 1), OrderLine.of("tea", 1)));
        List<Message> batch = new ArrayList<>(List.of(good));
        while (batch.size() < 5) {
            batch.addAll(engines.receive(engines.queue()));
        }

        String answer = Invocations.call(worker, WorkerEngines.event(batch));

        assertThat(answer).doesNotContain(good.messageId());
        assertThat(batch.subList(1, 5)).allSatisfy(bad -> assertThat(answer).contains(bad.messageId()));
        assertThat(engines.stored(placed).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void messageWhoseLinesAreNotThoseOfItsHashIsNotFulfilled() throws IOException {
        Order placed = order("ada", OrderLine.of("tea", 1));
        engines.put(placed);
        engines.send(new OrderMessage(
                        placed.key(), List.of(OrderLine.of("tea", 2)), placed.bodyHash(), "c", placed.placedAt())
                .body());

        assertThat(engines.deliver(worker).failed()).hasSize(1);

        assertThat(engines.stored(placed)).isEqualTo(placed);
    }

    @Test
    void confirmedOrderWhoseAnswersWereLostIsNoFailureAndNotRejected() throws IOException {
        Order placed = engines.place(order("ada", OrderLine.of("cup", 10)));
        try (WorkerFaults http = new WorkerFaults()) {
            // More than the client repeats by itself, so that another call finds the stock used up.
            http.fail("TransactWriteItems", Fault.LOST_ANSWER, 5);

            assertThat(engines.deliver(workerOver(http)).failed()).isEmpty();
            assertThat(http.requests("TransactWriteItems")).isEqualTo(6);
        }
        assertThat(engines.stored(placed).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(engines.table().available("cup")).isZero();
    }

    @Test
    void rejectedOrderWhoseAnswersWereLostIsNoFailure() throws IOException {
        Order placed = engines.place(order("nobody", OrderLine.of("cup", 1)));
        try (WorkerFaults http = new WorkerFaults()) {
            http.fail("UpdateItem", Fault.LOST_ANSWER, 5);

            assertThat(engines.deliver(workerOver(http)).failed()).isEmpty();
        }
        assertThat(engines.stored(placed).reason()).contains(Reason.CUSTOMER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BatchGetItem", "TransactWriteItems"})
    void throttledRequestsAreRepeatedWithinTheTime(String operation) throws IOException {
        Order placed = engines.place(order("ada", OrderLine.of("tea", 1)));
        try (WorkerFaults http = new WorkerFaults()) {
            http.fail(operation, Fault.THROTTLED, 2);

            assertThat(engines.deliver(workerOver(http)).failed()).isEmpty();
        }
        assertThat(engines.stored(placed).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BatchGetItem", "TransactWriteItems"})
    void whatIsThrottledUntilTheTimeIsOverComesBack(String operation) throws IOException {
        Order placed = engines.place(order("ada", OrderLine.of("tea", 1)));
        try (WorkerFaults http = new WorkerFaults()) {
            http.fail(operation, Fault.THROTTLED, Integer.MAX_VALUE);

            Delivery delivery = engines.deliver(workerOver(http), new TestContext(2_500));

            assertThat(delivery.failed()).hasSize(1);
        }
        assertThat(engines.stored(placed)).isEqualTo(placed);
        assertThat(engines.deliver(worker).failed()).isEmpty();
        assertThat(engines.stored(placed).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void whatIsRefusedForGoodIsNotRepeated() throws IOException {
        engines.place(order("ada", OrderLine.of("tea", 1)));
        try (WorkerFaults http = new WorkerFaults()) {
            http.fail("TransactWriteItems", Fault.DENIED, Integer.MAX_VALUE);

            assertThat(engines.deliver(workerOver(http)).failed()).hasSize(1);
            assertThat(http.requests("TransactWriteItems")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 1_000})
    void nothingIsBegunNearTheTimeout(int millisecondsLeft) throws IOException {
        Order placed = engines.place(order("ada", OrderLine.of("tea", 1)));
        try (WorkerFaults http = new WorkerFaults()) {
            Delivery delivery = engines.deliver(workerOver(http), new TestContext(millisecondsLeft));

            assertThat(delivery.failed()).hasSize(1);
            assertThat(http.requests("TransactWriteItems")).isZero();
        }
        assertThat(engines.stored(placed)).isEqualTo(placed);
    }

    @Test
    void whatIsNoEventOfAQueueFailsAsAWhole() {
        assertThatThrownBy(() -> Invocations.call(worker, "{\"Records\":[{}]}")).isInstanceOf(IOException.class);
    }

    private FulfilOrders workerOver(WorkerFaults http) {
        return engines.fulfilOrders(engines.table().engine().clientOver(http), Clock.systemUTC());
    }
}
