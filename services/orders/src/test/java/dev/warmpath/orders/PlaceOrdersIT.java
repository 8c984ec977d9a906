package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.json.Json;
import dev.warmpath.orders.WorkerFaults.Fault;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.orders.placing.BatchPlacing;
import dev.warmpath.orders.placing.OrderPuts;
import dev.warmpath.orders.placing.OrderQueue;
import dev.warmpath.orders.placing.PendingOrders;
import dev.warmpath.orders.placing.Placing;
import dev.warmpath.testing.Answer;
import dev.warmpath.testing.Invocations;
import dev.warmpath.testing.TestContext;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.sqs.SqsClient;

@ExtendWith({OrdersTable.OnRealEngine.class, OrdersQueue.OnRealEngine.class})
class PlaceOrdersIT {
    private static final Instant NOW = Instant.parse("2026-11-20T10:50:40.123Z");

    private final WorkerFaults tableFaults = new WorkerFaults();
    private final WorkerFaults queueFaults = new WorkerFaults();
    private OrdersTable table;
    private OrdersQueue queue;
    private PlaceOrders placeOrders;

    @BeforeEach
    void wire(OrdersTable table, OrdersQueue queue) {
        this.table = table;
        this.queue = queue;
        placeOrders = placeOrders(table.engine().clientOver(tableFaults));
    }

    @AfterEach
    void close() {
        tableFaults.close();
        queueFaults.close();
    }

    @Test
    void ordersAreAcceptedWrittenAndSent() throws IOException {
        Answer answer = post(order("tea", 2), keyed("cup", 1, "key-1"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(failed(answer)).isEmpty();
        assertThat(accepted(answer)).extracting(entry -> entry.get("index")).containsExactly(0, 1);
        Order tea = stored(accepted(answer).getFirst());
        Order cup = stored(accepted(answer).getLast());
        assertThat(tea.lines()).containsExactly(OrderLine.of("tea", 2));
        assertThat(cup.lines()).containsExactly(OrderLine.of("cup", 1));
        assertThat(queue.orders()).containsExactlyInAnyOrder(OrderMessage.of(tea), OrderMessage.of(cup));
    }

    @Test
    void aHundredOrdersTakeFourWritesAndThenTenSends() throws IOException {
        Answer answer = post(many(100, i -> order("sku-" + i, 1)));

        assertThat(accepted(answer)).hasSize(100);
        assertThat(tableFaults.requests("BatchWriteItem"))
                .isEqualTo(tableFaults.requests())
                .isEqualTo(4);
        assertThat(queueFaults.requests("SendMessageBatch"))
                .isEqualTo(queueFaults.requests())
                .isEqualTo(10);
        assertThat(queue.orders())
                .extracting(message -> message.key().orderId())
                .containsExactlyInAnyOrderElementsOf(accepted(answer).stream()
                        .map(entry -> (String) entry.get("orderId"))
                        .toList());
    }

    @Test
    void aHundredOrdersWithKeysAreEachPutOnceHoweverOftenTheyAreSent() throws IOException {
        String[] orders = many(100, i -> keyed("sku-" + i, 1, "key-" + i));

        Answer first = post(orders);
        Answer second = post(orders);

        assertThat(accepted(first)).hasSize(100).isEqualTo(accepted(second));
        assertThat(rows()).isEqualTo(100);
        assertThat(tableFaults.requests("PutItem"))
                .isEqualTo(tableFaults.requests())
                .isEqualTo(200);
    }

    @Test
    void aKeyOfAnotherOrderFailsAloneAndIsNotSent() throws IOException {
        Answer first = post(keyed("tea", 1, "key-1"));
        queue.messages();

        Answer answer = post(keyed("cup", 1, "key-1"), keyed("cup", 1, "key-2"), order("cup", 3));

        assertThat(failed(answer))
                .containsExactly(Map.of(
                        "index",
                        0,
                        "detail",
                        "This idempotencyKey has been used for another order; give each order its own."));
        assertThat(accepted(answer)).extracting(entry -> entry.get("index")).containsExactly(1, 2);
        assertThat(stored(accepted(first).getFirst()).lines()).containsExactly(OrderLine.of("tea", 1));
        assertThat(queue.messages()).hasSize(2);
    }

    @Test
    void aRepeatedOrderThatIsDecidedOnIsAcceptedAndNotSentAgain() throws IOException {
        Answer first = post(keyed("tea", 1, "key-1"));
        queue.messages();
        String orderId = (String) accepted(first).getFirst().get("orderId");
        confirm(new OrderKey("ada", orderId));

        Answer second = post(keyed("tea", 1, "key-1"));

        assertThat(accepted(second)).isEqualTo(accepted(first));
        assertThat(queue.messages()).isEmpty();
        assertThat(stored(accepted(second).getFirst()).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void theKeyOfASingleOrderIsTheSameInABatch() throws IOException {
        PlaceOrder single = new PlaceOrder(new Placing(
                pending(),
                new OrderPuts(table.client(), table.name()),
                queue(queue.engine().client())));
        String event = OrderEvents.post(
                "ada", Map.of("Idempotency-Key", "key-1"), "{\"lines\":[{\"sku\":\"tea\",\"quantity\":1}]}");
        Answer first = Answer.of(Invocations.call(single, event));

        Answer second = post(keyed("tea", 1, "key-1"));

        assertThat(accepted(second).getFirst())
                .containsEntry("orderId", first.json().get("orderId"));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void twoOrdersWithOneKeyAnswer400() throws IOException {
        Answer answer = post(keyed("tea", 1, "key-1"), keyed("cup", 1, "key-2"), keyed("tea", 1, "key-1"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/orders/2/idempotencyKey");
        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; /orders",
                "{\"orders\":[]}; /orders",
                "{\"orders\":[{}]}; /orders/0/lines",
                "{\"orders\":[{\"lines\":[{\"sku\":\"a\",\"quantity\":0}]}]}; /orders/0/lines/0/quantity",
                "{\"orders\":[{\"lines\":[{\"sku\":\"a\",\"quantity\":1}],\"idempotencyKey\":\"\"}]};"
                        + " /orders/0/idempotencyKey",
                "{\"orders\":[{\"lines\":[{\"sku\":\"a\",\"quantity\":1}],\"idempotencyKey\":7}]};"
                        + " /orders/0/idempotencyKey",
                "{\"orders\":[{\"lines\":[{\"sku\":\"a\",\"quantity\":1}],\"userId\":\"bob\"}]}; /orders/0/userId"
            })
    void aFaultyBodyAnswers400WithPointersAndPlacesNothing(String body, String pointers) throws IOException {
        Answer answer = send(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(String.join(" ", answer.pointers())).isEqualTo(pointers);
        assertThat(rows()).isZero();
    }

    @Test
    void linesOfDifferentOrdersMayBeOfOneProduct() throws IOException {
        assertThat(accepted(post(order("tea", 1), order("tea", 1)))).hasSize(2);
    }

    @Test
    void aRequestHas100OrdersAtMost() throws IOException {
        assertThat(post(many(101, i -> order("tea", 1))).pointers()).containsExactly("/orders");
    }

    @Test
    void ordersThatTheQueueRefusesAreAccepted() throws IOException {
        queueFaults.fail("SendMessageBatch", Fault.DENIED, Integer.MAX_VALUE);

        Answer answer = post(order("tea", 1), keyed("cup", 1, "key-1"));

        assertThat(accepted(answer)).hasSize(2);
        assertThat(queue.messages()).isEmpty();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void ordersThatTheQueueThrottlesAreSentInTheEnd() throws IOException {
        queueFaults.fail("SendMessageBatch", Fault.THROTTLED, 5);

        Answer answer = post(many(20, i -> order("tea", 1)));

        assertThat(accepted(answer)).hasSize(20);
        assertThat(queue.messages()).hasSize(20);
    }

    @Test
    void ordersThatTheTableThrottlesAreWrittenInTheEnd() throws IOException {
        tableFaults.fail("BatchWriteItem", Fault.THROTTLED, 2);
        tableFaults.fail("PutItem", Fault.THROTTLED, 2);

        Answer answer = post(order("tea", 1), keyed("cup", 1, "key-1"));

        assertThat(accepted(answer)).hasSize(2);
        assertThat(queue.messages()).hasSize(2);
    }

    @Test
    void whatIsNotWrittenInTimeFailsAndIsNotSent() throws IOException {
        PlaceOrders slow = placeOrders(new LeavingOut(table, "cup"));
        String event = OrderEvents.post("ada", Map.of(), body(order("tea", 1), order("cup", 1), order("pot", 1)));

        Answer answer = Answer.of(Invocations.call(slow, event, new TestContext(2_000)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(accepted(answer)).extracting(entry -> entry.get("index")).containsExactly(0, 2);
        assertThat(failed(answer)).extracting(entry -> entry.get("index")).containsExactly(1);
        assertThat(queue.orders())
                .allSatisfy(
                        message -> assertThat(message.lines().getFirst().sku()).isNotEqualTo("cup"));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void nobodySendsAnOrderWithoutKeyBeforeTheRequestThatWritesItIsOver() throws IOException {
        Answer answer = post(order("tea", 1), keyed("cup", 1, "key-1"));

        Instant withoutKey = nextAttempt(accepted(answer).getFirst());
        Instant withKey = nextAttempt(accepted(answer).getLast());
        assertThat(withKey).isEqualTo(NOW.plusSeconds(60));
        assertThat(withoutKey).isBetween(withKey, withKey.plusSeconds(30));
        assertThat(withoutKey).isAfter(withKey);
    }

    @Test
    void aTableThatRefusesAnswers500() throws IOException {
        tableFaults.fail("BatchWriteItem", Fault.DENIED, Integer.MAX_VALUE);

        assertThat(post(order("tea", 1)).status()).isEqualTo(500);
        assertThat(queue.messages()).isEmpty();
    }

    @Test
    void primingReachesTheTableAndWritesAndSendsNothing() {
        placeOrders.prime();

        assertThat(tableFaults.requests("PutItem"))
                .isEqualTo(tableFaults.requests())
                .isEqualTo(1);
        assertThat(rows()).isZero();
        assertThat(queueFaults.requests()).isZero();
    }

    @Test
    void primingWithoutATableFails() {
        PlaceOrders broken = new PlaceOrders(new BatchPlacing(
                pending(),
                new OrderPuts(table.client(), "no-such-table"),
                queue(queue.engine().client())));

        assertThatThrownBy(broken::prime).isInstanceOf(IllegalStateException.class);
    }

    private Instant nextAttempt(Map<String, Object> accepted) {
        return stored(accepted).nextAttempt().orElseThrow().at();
    }

    private void confirm(OrderKey key) {
        table.client()
                .updateItem(update -> update.tableName(table.name())
                        .key(key.attributes())
                        .updateExpression("SET #status = :status REMOVE pendingShard, nextAttemptAt")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(Map.of(":status", AttributeValue.fromS("CONFIRMED"))));
    }

    private Order stored(Map<String, Object> accepted) {
        return table.order(new OrderKey("ada", (String) accepted.get("orderId")))
                .orElseThrow();
    }

    private int rows() {
        return table.client().scan(scan -> scan.tableName(table.name())).count();
    }

    private static List<Map<String, Object>> accepted(Answer answer) {
        return entries(answer, "accepted");
    }

    private static List<Map<String, Object>> failed(Answer answer) {
        return entries(answer, "failed");
    }

    private static List<Map<String, Object>> entries(Answer answer, String field) {
        return ((List<?>) answer.json().get(field)).stream().map(Json::fields).toList();
    }

    private static String order(String sku, int quantity) {
        return "{\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}]}";
    }

    private static String keyed(String sku, int quantity, String key) {
        return order(sku, quantity).replaceFirst("}$", ",\"idempotencyKey\":\"" + key + "\"}");
    }

    private static String[] many(int count, IntFunction<String> order) {
        return IntStream.range(0, count).mapToObj(order).toArray(String[]::new);
    }

    private static String body(String... orders) {
        return "{\"orders\":[" + String.join(",", orders) + "]}";
    }

    private Answer post(String... orders) throws IOException {
        return send(body(orders));
    }

    private Answer send(String body) throws IOException {
        return Answer.of(Invocations.call(placeOrders, OrderEvents.post("ada", Map.of(), body)));
    }

    private PlaceOrders placeOrders(DynamoDbClient client) {
        return new PlaceOrders(new BatchPlacing(
                pending(),
                new OrderPuts(client, table.name()),
                queue(queue.engine().clientOver(queueFaults))));
    }

    private OrderQueue queue(SqsClient client) {
        return new OrderQueue(client, queue.url());
    }

    private static PendingOrders pending() {
        return new PendingOrders(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom(), Duration.ofSeconds(60));
    }

    /** Writes batches, and leaves out orders of one product each time. */
    private record LeavingOut(OrdersTable table, String sku) implements DynamoDbClient {
        @Override
        public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            List<WriteRequest> all = request.requestItems().get(table.name());
            List<WriteRequest> written =
                    all.stream().filter(write -> !isLeftOut(write)).toList();
            List<WriteRequest> left = all.stream().filter(this::isLeftOut).toList();
            if (!written.isEmpty()) {
                table.client().batchWriteItem(write -> write.requestItems(Map.of(table.name(), written)));
            }
            return BatchWriteItemResponse.builder()
                    .unprocessedItems(left.isEmpty() ? Map.of() : Map.of(table.name(), left))
                    .build();
        }

        private boolean isLeftOut(WriteRequest write) {
            AttributeValue line = write.putRequest().item().get("lines").l().getFirst();
            return line.m().get("sku").s().equals(sku);
        }

        @Override
        public String serviceName() {
            return table.client().serviceName();
        }

        @Override
        public void close() {
            // The real client is closed by its owner.
        }
    }
}
