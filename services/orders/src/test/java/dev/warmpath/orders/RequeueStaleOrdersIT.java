package dev.warmpath.orders;

import static dev.warmpath.orders.WorkerEngines.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.json.Json;
import dev.warmpath.orders.WorkerFaults.Fault;
import dev.warmpath.orders.data.Attempt;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.orders.data.Reason;
import dev.warmpath.orders.fulfilment.RequeueSchedule;
import dev.warmpath.testing.Invocations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

@Timeout(60)
@ExtendWith(WorkerEngines.OnRealEngines.class)
class RequeueStaleOrdersIT {
    private static final RequeueSchedule SCHEDULE = new RequeueSchedule(Duration.ofSeconds(60), 3);

    private WorkerEngines engines;

    @BeforeEach
    void wire(WorkerEngines engines) {
        this.engines = engines;
    }

    @Test
    void orderWhoseAttemptIsDueIsSentAgainAndItsNextAttemptMovesOn() throws IOException {
        Order stale = put(order("ada", OrderLine.of("tea", 1)));
        Instant now = due(stale).plusMillis(1);

        assertThat(run(now)).isEqualTo(Map.of("sent", 1, "unsent", 0, "unprocessable", 0));

        Message message = engines.receive(engines.queue()).getFirst();
        assertThat(OrderMessage.read(message.body())).isEqualTo(OrderMessage.of(stale));
        Order moved = engines.stored(stale);
        assertThat(moved.nextAttempt()).contains(new Attempt(1, now.plusSeconds(120)));
        assertThat(moved.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(moved.updatedAt()).isEqualTo(stale.updatedAt());
    }

    @Test
    void orderThatIsNotDueYetIsLeft() throws IOException {
        Order young = put(order("ada", OrderLine.of("tea", 1)));

        assertThat(run(due(young).minusMillis(1))).containsEntry("sent", 0);

        assertThat(engines.stored(young)).isEqualTo(young);
    }

    @ParameterizedTest
    @EnumSource(value = OrderStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "PENDING")
    void decidedOrderThatTheIndexStillHasIsLeft(OrderStatus status) throws IOException {
        Order decided = order("ada", OrderLine.of("tea", 1));
        Map<String, AttributeValue> row = new HashMap<>(OrderSchema.row(decided));
        row.put("status", AttributeValue.fromS(status.name()));
        engines.table().put(row);

        assertThat(run(due(decided))).isEqualTo(Map.of("sent", 0, "unsent", 0, "unprocessable", 0));

        assertThat(engines.table().row(decided.key().attributes())).contains(row);
    }

    @Test
    void orderIsSentAsOftenAsTheScheduleSaysAndThenRejected() throws IOException {
        Order stale = put(order("ada", OrderLine.of("tea", 1)));

        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(run(due(engines.stored(stale)))).containsEntry("sent", 1);
        }
        assertThat(run(due(engines.stored(stale)))).isEqualTo(Map.of("sent", 0, "unsent", 0, "unprocessable", 1));

        Order rejected = engines.stored(stale);
        assertThat(rejected.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(rejected.reason()).contains(Reason.UNPROCESSABLE);
        assertThat(rejected.nextAttempt()).isEmpty();
        assertThat(run(Instant.now())).containsEntry("unprocessable", 0);
    }

    @Test
    void ordersOfAllShardsAreSentAgainInOneRun() throws IOException {
        List<Order> stale = IntStream.range(0, 120)
                .mapToObj(i -> put(order("user-" + i % 7, OrderLine.of("tea", 1))))
                .toList();

        assertThat(run(due(stale.getFirst()))).containsEntry("sent", 120);

        Set<String> sent = new HashSet<>();
        while (sent.size() < 120) {
            for (Message message : engines.receive(engines.queue())) {
                sent.add(OrderMessage.read(message.body()).key().orderId());
            }
        }
        assertThat(sent)
                .isEqualTo(new HashSet<>(
                        stale.stream().map(order -> order.key().orderId()).toList()));
    }

    @Test
    void runsAtOnceSendEachOrderOnce() throws Exception {
        List<Order> stale = IntStream.range(0, 30)
                .mapToObj(i -> put(order("ada", OrderLine.of("tea", 1))))
                .toList();
        Instant now = due(stale.getFirst());
        List<Callable<Map<String, Object>>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Instant own = now.plusMillis(i);
            runs.add(() -> run(own));
        }

        int sent = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(runs.size())) {
            for (Future<Map<String, Object>> run : threads.invokeAll(runs)) {
                sent += (int) run.get().get("sent");
            }
        }

        assertThat(sent).isEqualTo(30);
        assertThat(stale)
                .allSatisfy(order -> assertThat(engines.stored(order)
                                .nextAttempt()
                                .orElseThrow()
                                .number())
                        .isEqualTo(1));
    }

    @Test
    void attemptWhoseAnswersWereLostIsMadeAllTheSame() throws IOException {
        Order stale = put(order("ada", OrderLine.of("tea", 1)));
        try (WorkerFaults http = new WorkerFaults()) {
            http.fail("UpdateItem", Fault.LOST_ANSWER, 1);
            var worker = engines.requeueStaleOrders(
                    engines.table().engine().clientOver(http), engines.sqs(), SCHEDULE, at(due(stale)));

            assertThat(call(worker)).containsEntry("sent", 1);
        }
        assertThat(engines.stored(stale).nextAttempt().orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void orderThatTheQueueDoesNotTakeWaitsForItsNextAttempt() throws IOException {
        Order stale = put(order("ada", OrderLine.of("tea", 1)));
        var worker =
                engines.requeueStaleOrders(engines.table().client(), new RefusingQueue(), SCHEDULE, at(due(stale)));

        assertThat(call(worker)).isEqualTo(Map.of("sent", 0, "unsent", 1, "unprocessable", 0));

        assertThat(engines.stored(stale).nextAttempt().orElseThrow().number()).isEqualTo(1);
        assertThat(run(due(engines.stored(stale)))).containsEntry("sent", 1);
    }

    @Test
    void orderThatWasSentAgainIsFulfilledOnce() throws IOException {
        engines.customer("ada", "ACTIVE");
        engines.product("tea", 250, "EUR", 10);
        Order stale = engines.place(order("ada", OrderLine.of("tea", 3)));
        run(due(stale));
        FulfilOrders worker = engines.fulfilOrders();

        int delivered = 0;
        while (delivered < 2) {
            delivered += engines.deliver(worker).messages().size();
        }

        assertThat(engines.stored(stale).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(engines.table().available("tea")).isEqualTo(7);
    }

    @Test
    void primingPassesAndNeitherWritesNorSends() throws IOException {
        Order stale = put(order("ada", OrderLine.of("tea", 1)));

        engines.requeueStaleOrders(engines.table().client(), new RefusingQueue(), SCHEDULE, Clock.systemUTC())
                .prime();

        assertThat(engines.stored(stale)).isEqualTo(stale);
    }

    private Order put(Order order) {
        engines.put(order);
        return order;
    }

    private static Instant due(Order order) {
        return order.nextAttempt().orElseThrow().at();
    }

    private Map<String, Object> run(Instant now) throws IOException {
        return call(engines.requeueStaleOrders(engines.table().client(), engines.sqs(), SCHEDULE, at(now)));
    }

    private static Map<String, Object> call(RequeueStaleOrders worker) throws IOException {
        String answer = Invocations.call(worker, "{}");
        return Json.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /** Takes no message. */
    private static final class RefusingQueue implements SqsClient {
        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            throw SqsException.builder().statusCode(403).message("AccessDenied").build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Holds no connection.
        }
    }
}
