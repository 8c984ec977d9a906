package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.orders.WorkerFaults.Fault;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.OrderStatus;
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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@ExtendWith({OrdersTable.OnRealEngine.class, OrdersQueue.OnRealEngine.class})
class PlaceOrderIT {
    private static final Instant NOW = Instant.parse("2026-11-20T10:50:40.123456Z");
    private static final Instant NOW_KEPT = Instant.parse("2026-11-20T10:50:40.123Z");
    private static final String TEA = "{\"lines\":[{\"sku\":\"tea\",\"quantity\":2},{\"sku\":\"cup\",\"quantity\":1}]}";
    private static final String CUP = "{\"lines\":[{\"sku\":\"cup\",\"quantity\":1}]}";
    private static final Map<String, String> KEYED = Map.of("Idempotency-Key", "key-1");

    private final WorkerFaults tableFaults = new WorkerFaults();
    private final WorkerFaults queueFaults = new WorkerFaults();
    private OrdersTable table;
    private OrdersQueue queue;
    private PlaceOrder placeOrder;

    @BeforeEach
    void wire(OrdersTable table, OrdersQueue queue) {
        this.table = table;
        this.queue = queue;
        placeOrder = placeOrder(
                table.engine().clientOver(tableFaults), queue.engine().clientOver(queueFaults));
    }

    @AfterEach
    void close() {
        tableFaults.close();
        queueFaults.close();
    }

    @Test
    void anOrderIsAcceptedWrittenAndSent() throws IOException {
        Answer answer = post("ada", Map.of("X-Correlation-Id", "c-1"), TEA);

        String orderId = (String) answer.json().get("orderId");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()).containsOnly(Map.entry("orderId", orderId), Map.entry("status", "PENDING"));
        assertThat(answer.header("location")).isEqualTo("/orders/" + orderId);
        Order order = table.order(new OrderKey("ada", orderId)).orElseThrow();
        assertThat(order)
                .isEqualTo(Order.placed(
                        new OrderKey("ada", orderId),
                        List.of(OrderLine.of("tea", 2), OrderLine.of("cup", 1)),
                        "c-1",
                        NOW_KEPT,
                        NOW_KEPT.plusSeconds(60)));
        assertThat(queue.orders()).containsExactly(OrderMessage.of(order));
    }

    @Test
    void itTakesOnePutAndOneSend() throws IOException {
        post("ada", Map.of(), TEA);

        assertThat(tableFaults.requests("PutItem"))
                .isEqualTo(tableFaults.requests())
                .isEqualTo(1);
        assertThat(queueFaults.requests("SendMessage"))
                .isEqualTo(queueFaults.requests())
                .isEqualTo(1);
    }

    @Test
    void messagesAreGroupedByTheirCustomer() throws IOException {
        post("auth0|5f7c", Map.of(), TEA);
        post("zoë", Map.of(), TEA);

        assertThat(queue.messages()).extracting(PlaceOrderIT::group).containsExactlyInAnyOrder("auth0|5f7c", "other");
    }

    private static String group(Message message) {
        return message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
    }

    @Test
    void anOrderWithoutKeyGetsAnIdThatSortsByTime() throws IOException {
        UUID first = UUID.fromString(orderId(post("ada", Map.of(), TEA)));
        UUID second = UUID.fromString(orderId(post("ada", Map.of(), TEA)));

        assertThat(first).isNotEqualTo(second);
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void theSameKeyAndLinesAreTheSameOrder() throws IOException {
        Answer first = post("ada", KEYED, TEA);
        Answer second = post("ada", KEYED, TEA.replace(":", " : "));

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("location")).isEqualTo(first.header("location"));
        assertThat(orders()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "REJECTED", "CANCELLED"})
    void aRepeatedRequestIsAnsweredWithWhatHasBecomeOfTheOrder(OrderStatus status) throws IOException {
        String orderId = orderId(post("ada", KEYED, TEA));
        decide(new OrderKey("ada", orderId), status);

        Answer answer = post("ada", KEYED, TEA);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()).containsOnly(Map.entry("orderId", orderId), Map.entry("status", status.name()));
        assertThat(table.order(new OrderKey("ada", orderId)).orElseThrow().status())
                .isEqualTo(status);
    }

    @Test
    void anotherCallerWithTheSameKeyPlacesAnotherOrder() throws IOException {
        String adas = orderId(post("ada", KEYED, TEA));
        String bobs = orderId(post("bob", KEYED, CUP));

        assertThat(bobs).isNotEqualTo(adas);
        assertThat(orders()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofTwoBodiesUnderOneKeyTheFirstIsTheOrderWhicheverItIs(boolean teaFirst) throws IOException {
        String first = teaFirst ? TEA : CUP;
        String second = teaFirst ? CUP : TEA;

        String orderId = orderId(post("ada", KEYED, first));
        Answer refused = post("ada", KEYED, second);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
        Order order = table.order(new OrderKey("ada", orderId)).orElseThrow();
        assertThat(order.lines()).hasSize(teaFirst ? 2 : 1);
        // The worker tells by it which of the messages is that of the order.
        assertThat(queue.orders())
                .hasSize(2)
                .filteredOn(message -> message.bodyHash().equals(order.bodyHash()))
                .containsExactly(OrderMessage.of(order));
    }

    @Test
    void aPutWhoseAnswerWasLostIsNoConflict() throws IOException {
        tableFaults.fail("PutItem", Fault.LOST_ANSWER, 2);

        Answer answer = post("ada", Map.of(), TEA);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()).containsEntry("status", "PENDING");
        assertThat(orders()).isEqualTo(1);
        assertThat(tableFaults.requests("PutItem")).isEqualTo(3);
    }

    @Test
    void aRequestThatIsRepeatedSinceAllItsAnswersWereLostIsTheSameOrder() throws IOException {
        tableFaults.fail("PutItem", Fault.LOST_ANSWER, Integer.MAX_VALUE);
        assertThat(post("ada", KEYED, TEA).status()).isEqualTo(500);

        tableFaults.fail("PutItem", Fault.LOST_ANSWER, 0);
        assertThat(post("ada", KEYED, TEA).status()).isEqualTo(202);

        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void anOrderThatTheQueueRefusesIsAcceptedAndDueForTheSchedule() throws IOException {
        queueFaults.fail("SendMessage", Fault.DENIED, 1);

        Answer answer = post("ada", Map.of(), TEA);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(queue.messages()).isEmpty();
        var row = table.row(new OrderKey("ada", orderId(answer)).attributes()).orElseThrow();
        assertThat(row)
                .containsEntry("nextAttemptAt", AttributeValue.fromS("2026-11-20T10:51:40.123Z"))
                .containsKey("pendingShard");
    }

    @Test
    void anOrderIsAcceptedThoughTheQueueDoesNotAnswer() throws IOException {
        try (HangingHttp hanging = new HangingHttp()) {
            PlaceOrder slow = placeOrder(table.client(), queue.engine().clientOver(hanging));

            Answer answer = Answer.of(Invocations.call(slow, OrderEvents.post("ada", Map.of(), TEA)));

            assertThat(answer.status()).isEqualTo(202);
            assertThat(orders()).isEqualTo(1);
        }
    }

    @Test
    void anOrderThatCannotBeWrittenIsNotAccepted() throws IOException {
        tableFaults.fail("PutItem", Fault.DENIED, 1);

        Answer answer = post("ada", Map.of(), TEA);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers()).doesNotContainKey("location");
        assertThat(orders()).isZero();
    }

    @Test
    void anOrderIsNotAcceptedIfTheTableDoesNotAnswerInTime() throws IOException {
        try (HangingHttp hanging = new HangingHttp()) {
            PlaceOrder slow = placeOrder(
                    table.engine().clientOver(hanging), queue.engine().client());

            String answer = Invocations.call(slow, OrderEvents.post("ada", Map.of(), TEA), new TestContext(1_500));

            assertThat(Answer.of(answer).status()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; /lines",
                "{\"lines\":[]}; /lines",
                "{\"lines\":[{}]}; /lines/0/sku /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"a b\",\"quantity\":0}]}; /lines/0/sku /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":10001}]}; /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":1.5}]}; /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":\"1\"}]}; /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":1},{\"sku\":\"a\",\"quantity\":1}]}; /lines/1/sku",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":1,\"price\":1}]}; /lines/0/price",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":1}],\"userId\":\"bob\"}; /userId"
            })
    void aFaultyBodyAnswers400WithPointersAndPlacesNothing(String body, String pointers) throws IOException {
        Answer answer = post("ada", Map.of(), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(String.join(" ", answer.pointers())).isEqualTo(pointers);
        assertThat(orders()).isZero();
        assertThat(queue.messages()).isEmpty();
    }

    @Test
    void anOrderHas50LinesAtMost() throws IOException {
        assertThat(post("ada", Map.of(), body(50)).status()).isEqualTo(202);
        assertThat(post("ada", Map.of(), body(51)).pointers()).containsExactly("/lines");
    }

    private static String body(int lines) {
        StringBuilder body = new StringBuilder("{\"lines\":[{\"sku\":\"sku-0\",\"quantity\":10000}");
        for (int i = 1; i < lines; i++) {
            body.append(",{\"sku\":\"sku-").append(i).append("\",\"quantity\":1}");
        }
        return body.append("]}").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "schlüssel", "a\tb"})
    void whatIsNoKeyAnswers400(String key) throws IOException {
        Answer answer = post("ada", Map.of("Idempotency-Key", key), TEA);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json())
                .containsEntry("detail", "Idempotency-Key must be 1 to 128 printable ASCII characters.");
        assertThat(orders()).isZero();
    }

    @Test
    void aKeyHas128CharactersAtMost() throws IOException {
        assertThat(post("ada", Map.of("Idempotency-Key", "~".repeat(128)), TEA).status())
                .isEqualTo(202);
        assertThat(post("ada", Map.of("Idempotency-Key", "~".repeat(129)), TEA).status())
                .isEqualTo(400);
    }

    @Test
    void aSubjectThatNoKeyHasRoomForAnswers403() throws IOException {
        assertThat(post("a".repeat(682), Map.of(), TEA).status()).isEqualTo(403);
        assertThat(orders()).isZero();
    }

    @Test
    void primingReachesTheTableAndWritesAndSendsNothing() throws IOException {
        placeOrder.prime();

        assertThat(tableFaults.requests("PutItem")).isEqualTo(1);
        assertThat(orders()).isZero();
        assertThat(queueFaults.requests()).isZero();
    }

    @Test
    void primingWithoutATableFails() {
        PlaceOrder broken = new PlaceOrder(new Placing(
                pending(),
                new OrderPuts(table.client(), "no-such-table"),
                new OrderQueue(queue.engine().client(), "")));

        assertThatThrownBy(broken::prime).isInstanceOf(IllegalStateException.class);
    }

    private void decide(OrderKey key, OrderStatus status) {
        table.client()
                .updateItem(update -> update.tableName(table.name())
                        .key(key.attributes())
                        .updateExpression("SET #status = :status REMOVE pendingShard, nextAttemptAt")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(Map.of(":status", AttributeValue.fromS(status.name()))));
    }

    private int orders() {
        return table.client().scan(scan -> scan.tableName(table.name())).count();
    }

    private static String orderId(Answer answer) {
        return (String) answer.json().get("orderId");
    }

    private Answer post(String sub, Map<String, String> headers, String body) throws IOException {
        return Answer.of(Invocations.call(placeOrder, OrderEvents.post(sub, headers, body)));
    }

    private PlaceOrder placeOrder(DynamoDbClient tableClient, SqsClient queueClient) {
        return new PlaceOrder(new Placing(
                pending(), new OrderPuts(tableClient, table.name()), new OrderQueue(queueClient, queue.url())));
    }

    private static PendingOrders pending() {
        return new PendingOrders(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom(), Duration.ofSeconds(60));
    }
}
