package dev.warmpath.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.elasticmq.ElasticMq;
import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.events.Delivery;
import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.template.QueueMapping;
import dev.warmpath.local.template.QueueSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Mappings on a real queue; the function is a test's own. */
@Timeout(60)
class QueueMappingsTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int ENVIRONMENTS = 4;

    private static ElasticMq engine;
    private static SqsClient sqs;

    private final TestFunction function = new TestFunction();
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> errors = new ConcurrentLinkedQueue<>();
    private final String name;
    private QueueMappings mappings;

    QueueMappingsTest(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
    }

    @BeforeAll
    static void startEngine() throws InterruptedException {
        engine = ElasticMq.start(Path.of("../elasticmq/target"), "us-east-1", "000000000000");
        sqs = SqsClients.at(engine.endpoint(), "us-east-1");
    }

    @AfterAll
    static void stopEngine() {
        sqs.close();
        engine.close();
    }

    @AfterEach
    void stop() {
        mappings.close();
    }

    @Test
    void messageIsDeletedWhenTheFunctionSucceeds() throws Exception {
        QueueSpec queue = started(TestQueues.mapping(created(TestQueues.spec(name))));
        send(queue, "a");

        awaitEmpty(queue);
        assertThat(function.bodies()).containsExactly("a");
        assertThat(deliveries).singleElement().satisfies(delivery -> {
            assertThat(delivery.source()).isEqualTo("SQS");
            assertThat(delivery.detail()).isEqualTo(name + ", 1 message");
            assertThat(delivery.errorType()).isEmpty();
        });
        assertThat(errors).isEmpty();
    }

    @Test
    void eventHasTheMessagesAttributesAndTrace() throws Exception {
        QueueSpec queue = started(TestQueues.mapping(created(TestQueues.spec(name))));
        String trace = "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1";
        sqs.sendMessage(request -> request.queueUrl(queue.url())
                .messageBody("a")
                .messageGroupId("customer-1")
                .messageAttributes(Map.of(
                        "schema",
                        MessageAttributeValue.builder()
                                .dataType("Number")
                                .stringValue("1")
                                .build()))
                .messageSystemAttributes(Map.of(
                        MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                        MessageSystemAttributeValue.builder()
                                .dataType("String")
                                .stringValue(trace)
                                .build())));
        awaitEmpty(queue);

        Map<?, ?> record = function.records().getFirst();
        assertThat(record.get("body")).isEqualTo("a");
        assertThat(record.get("md5OfBody")).isEqualTo("0cc175b9c0f1b6a831c399e269772661");
        assertThat(record.get("eventSource")).isEqualTo("aws:sqs");
        assertThat(record.get("eventSourceARN")).isEqualTo(queue.arn());
        assertThat(record.get("awsRegion")).isEqualTo("us-east-1");
        assertThat((Map<?, ?>) record.get("attributes"))
                .extracting("ApproximateReceiveCount", "AWSTraceHeader", "MessageGroupId")
                .containsExactly("1", trace, "customer-1");
        assertThat(((Map<?, ?>) record.get("attributes")).keySet())
                .asString()
                .contains("SentTimestamp", "SenderId", "ApproximateFirstReceiveTimestamp");
        assertThat(((Map<?, ?>) record.get("messageAttributes")).get("schema"))
                .isEqualTo(Map.of(
                        "stringValue",
                        "1",
                        "stringListValues",
                        List.of(),
                        "binaryListValues",
                        List.of(),
                        "dataType",
                        "Number"));
    }

    @Test
    void batchComesBackWhenTheFunctionFails() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name, SHORT, Optional.empty()));
        function.fails("boom", 1);
        send(queue, "a", "b");
        started(TestQueues.mapping(queue));

        awaitEmpty(queue);
        assertThat(function.bodies()).containsExactlyInAnyOrder("a", "b", "a", "b");
        assertThat(deliveries.peek().errorType()).contains("boom");
    }

    @Test
    void onlyTheMessagesThatTheFunctionNamesComeBack() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name, SHORT, Optional.empty()));
        function.reports("b", 1);
        send(queue, "a", "b", "c");
        started(TestQueues.mapping(queue));

        awaitEmpty(queue);
        assertThat(function.bodies()).containsExactlyInAnyOrder("a", "b", "c", "b");
        assertThat(deliveries.peek().detail()).isEqualTo(name + ", 3 messages, 1 failed");
    }

    @Test
    void answerThatNamesAForeignMessageBringsTheWholeBatchBack() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name, SHORT, Optional.empty()));
        function.answers("{\"batchItemFailures\":[{\"itemIdentifier\":\"of another batch\"}]}", 1);
        send(queue, "a", "b");
        started(TestQueues.mapping(queue));

        awaitEmpty(queue);
        assertThat(function.bodies()).containsExactlyInAnyOrder("a", "b", "a", "b");
    }

    @Test
    void answerCountsForNothingWithoutReportBatchItemFailures() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name, SHORT, Optional.empty()));
        function.reports("b", 9);
        send(queue, "a", "b");
        started(TestQueues.withoutReports(queue));

        awaitEmpty(queue);
        assertThat(function.bodies()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void poisonMessageEndsInTheDeadLetterQueueAndTheOthersPass() throws Exception {
        QueueSpec dead = created(TestQueues.spec(name + "-dead"));
        QueueSpec queue = created(TestQueues.spec(name, SHORT, Optional.of(TestQueues.to(dead.name(), 2))), dead);
        function.reports("poison", 9);
        send(queue, "a", "poison", "b");
        started(TestQueues.mapping(queue));

        Await.until("the poison message is dead", () -> visible(dead) == 1);
        awaitEmpty(queue);
        assertThat(function.bodies()).containsExactlyInAnyOrder("a", "poison", "b", "poison");
    }

    @Test
    void redrivenMessageIsDeliveredAgain() throws Exception {
        QueueSpec dead = created(TestQueues.spec(name + "-dead"));
        QueueSpec queue = created(TestQueues.spec(name, SHORT, Optional.of(TestQueues.to(dead.name(), 1))), dead);
        function.reports("poison", 1);
        send(queue, "poison");
        started(TestQueues.mapping(queue));
        Await.until("the message is dead", () -> visible(dead) == 1);

        DeadLetters letters = DeadLetters.of(sqs, name);
        assertThat(letters.list())
                .singleElement()
                .satisfies(message -> assertThat(message.body()).isEqualTo("poison"));
        Move move = letters.redrive();

        Await.until("the message is delivered again", () -> function.bodies().size() == 2);
        awaitEmpty(queue);
        assertThat(move.state().orElseThrow().approximateNumberOfMessagesMoved())
                .isEqualTo(1);
        assertThat(letters.list()).isEmpty();
    }

    @Test
    void windowCollectsMoreThanTenMessages() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name));
        List<String> bodies = IntStream.range(0, 25).mapToObj(Integer::toString).toList();
        send(queue, bodies.toArray(String[]::new));
        started(TestQueues.mapping(queue, 25, Duration.ofSeconds(30)));

        awaitEmpty(queue);
        assertThat(function.batches())
                .singleElement()
                .satisfies(batch -> assertThat(batch).containsExactlyInAnyOrderElementsOf(bodies));
    }

    @Test
    void windowThatIsOverSendsWhatThereIs() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name));
        send(queue, "a");
        started(TestQueues.mapping(queue, 100, Duration.ofSeconds(1)));

        awaitEmpty(queue);
        assertThat(function.batches()).containsExactly(List.of("a"));
    }

    @Test
    void batchIsNeverLargerThanTheMappingAllows() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name));
        send(queue, "a", "b", "c", "d", "e");
        started(TestQueues.mapping(queue, 2, Duration.ZERO));

        awaitEmpty(queue);
        assertThat(function.bodies()).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(function.batches()).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void invocationsRunSideBySideUpToTheMappingsMaximum() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name));
        function.holds();
        send(queue, "a", "b", "c", "d", "e", "f");
        started(TestQueues.mapping(queue, 2));

        Await.until("two invocations are under way", () -> function.underWay() == 2);
        assertThat(visible(queue)).isEqualTo(4);
        function.release();
        awaitEmpty(queue);
        assertThat(function.mostAtOnce()).isEqualTo(2);
    }

    @Test
    void environmentsLimitInvocationsWhereTheMappingDoesNot() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name));
        function.holds();
        send(queue, "a", "b", "c", "d", "e", "f");
        started(TestQueues.mapping(queue, 1_000));

        Await.until("all environments are busy", () -> function.underWay() == ENVIRONMENTS);
        function.release();
        awaitEmpty(queue);
        assertThat(function.mostAtOnce()).isEqualTo(ENVIRONMENTS);
    }

    @Test
    void throttledBatchIsTriedAgainAsLongAsItIsInvisible() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name));
        function.results(new Result.Throttled(), 2);
        send(queue, "a");
        started(TestQueues.mapping(queue));

        awaitEmpty(queue);
        assertThat(function.bodies()).containsExactly("a", "a", "a");
        assertThat(function.records())
                .allSatisfy(record -> assertThat((Map<?, ?>) record.get("attributes"))
                        .extracting("ApproximateReceiveCount")
                        .isEqualTo("1"));
    }

    @Test
    void messagesOfAGroupInAFifoQueueKeepTheirOrder() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name + ".fifo"));
        for (int i = 0; i < 12; i++) {
            String body = Integer.toString(i);
            sqs.sendMessage(
                    request -> request.queueUrl(queue.url()).messageBody(body).messageGroupId("group"));
        }
        started(TestQueues.mapping(queue, 5, Duration.ZERO));

        awaitEmpty(queue);
        assertThat(function.bodies())
                .isEqualTo(IntStream.range(0, 12).mapToObj(Integer::toString).toList());
    }

    @Test
    void queuesOfOneFunctionAreServedSideBySide() throws Exception {
        QueueSpec first = created(TestQueues.spec(name + "-1"));
        QueueSpec second = created(TestQueues.spec(name + "-2"));
        started(TestQueues.mapping(first), TestQueues.mapping(second));
        send(first, "a");
        send(second, "b");

        awaitEmpty(first);
        awaitEmpty(second);
        assertThat(function.bodies()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void closeLetsAnInvocationEndAndDeletesItsMessages() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name));
        function.holds();
        send(queue, "a");
        started(TestQueues.mapping(queue));
        Await.until("the invocation is under way", () -> function.underWay() == 1);

        Thread closing = Thread.startVirtualThread(mappings::close);
        function.release();
        closing.join();

        assertThat(left(queue)).isZero();
    }

    @Test
    void closeLeavesMessagesOfAnInvocationThatDoesNotEndToTheQueue() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name, SHORT, Optional.empty()));
        function.holds();
        send(queue, "a", "b");
        started(TestQueues.mapping(queue));
        Await.until("the invocation is under way", () -> function.underWay() == 1);

        mappings.close();

        Await.until("the messages are back", () -> visible(queue) == 2);
        assertThat(errors).isEmpty();
    }

    @Test
    void messagesThatTheFilterDoesNotAdmitAreDeleted() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name));
        send(queue, "plain", "{\"kind\":\"order\"}", "{\"kind\":\"other\"}", "{broken");
        started(TestQueues.filtered(queue, "{\"body\": {\"kind\": [\"order\"]}}"));

        awaitEmpty(queue);
        assertThat(function.bodies()).containsExactly("{\"kind\":\"order\"}");
    }

    @Test
    void functionThatFailsAtInitIsTriedAgain() throws Exception {
        QueueSpec queue = created(TestQueues.spec(name, SHORT, Optional.empty()));
        function.failsAtInit(1);
        send(queue, "a");
        started(TestQueues.mapping(queue));

        awaitEmpty(queue);
        assertThat(function.bodies()).containsExactly("a", "a");
        assertThat(deliveries.peek().errorType()).contains("Runtime.ExitError");
    }

    @Test
    void queueThatRefusesIsToldOfAndAskedAgain() throws Exception {
        QueueSpec queue = TestQueues.spec(name);
        started(TestQueues.mapping(queue));
        Await.until("the missing queue is told of", () -> !errors.isEmpty());

        created(queue);
        send(queue, "a");

        awaitEmpty(queue);
        assertThat(function.bodies()).containsExactly("a");
    }

    private QueueSpec started(QueueMapping... started) {
        Deliveries to = new Deliveries(function, deliveries::add);
        mappings = QueueMappings.start(sqs, List.of(started), to, ENVIRONMENTS, errors::add);
        return started[0].queue();
    }

    private static QueueSpec created(QueueSpec queue, QueueSpec... others) {
        Queues.create(sqs, Stream.concat(Stream.of(queue), Stream.of(others)).toList());
        return queue;
    }

    private static void send(QueueSpec queue, String... bodies) {
        AtomicInteger id = new AtomicInteger();
        List<SendMessageBatchRequestEntry> entries = Stream.of(bodies)
                .map(body -> SendMessageBatchRequestEntry.builder()
                        .id("" + id.incrementAndGet())
                        .messageBody(body)
                        .build())
                .toList();
        for (int first = 0; first < entries.size(); first += 10) {
            List<SendMessageBatchRequestEntry> ten =
                    new ArrayList<>(entries.subList(first, Math.min(first + 10, entries.size())));
            sqs.sendMessageBatch(request -> request.queueUrl(queue.url()).entries(ten));
        }
    }

    private void awaitEmpty(QueueSpec queue) throws InterruptedException {
        Await.until("the queue is empty", () -> !function.bodies().isEmpty() && left(queue) == 0);
    }

    private static int visible(QueueSpec queue) {
        return counts(queue).get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    /** Visible or not, by one request: between two, a message could come back and be counted by neither. */
    private static int left(QueueSpec queue) {
        return counts(queue).values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<QueueAttributeName, Integer> counts(QueueSpec queue) {
        Map<QueueAttributeName, Integer> counts = new EnumMap<>(QueueAttributeName.class);
        sqs.getQueueAttributes(request -> request.queueUrl(queue.url())
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .forEach((name, value) -> counts.put(name, Integer.valueOf(value)));
        return counts;
    }
}
