package dev.warmpath.local.streams;

import static dev.warmpath.local.streams.RecordingFunction.FAILURE;
import static dev.warmpath.local.streams.RecordingFunction.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.dynamodblocal.DynamoDbLocal;
import dev.warmpath.local.dynamodb.Tables;
import dev.warmpath.local.events.Deliveries;
import dev.warmpath.local.events.Delivery;
import dev.warmpath.local.lambda.Await;
import dev.warmpath.local.streams.RecordingFunction.Item;
import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.local.template.StreamMapping;
import dev.warmpath.local.template.TableSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Mappings on the streams of a real DynamoDB Local, with functions in this process. */
@Timeout(60)
class StreamMappingsTest {
    private static final Path ENGINE = Path.of("../dynamodb-local/target");
    private static final Duration LONG_WINDOW = Duration.ofMinutes(5);

    private static DynamoDbLocal engine;
    private static DynamoDbClient client;

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final List<String> failureMessages = new CopyOnWriteArrayList<>();
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private Table table;
    private MappingBuilder mapping;
    private StreamMappings running;

    @BeforeAll
    static void startEngine() throws InterruptedException {
        engine = DynamoDbLocal.start(ENGINE, Optional.empty());
        client = DynamoDbClient.builder()
                .endpointOverride(engine.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterAll
    static void stopEngine() {
        client.close();
        engine.close();
    }

    @BeforeEach
    void createTable(TestInfo test) {
        table = Table.create(client, test.getTestMethod().orElseThrow().getName());
        mapping = new MappingBuilder(table.name());
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void recordHasTheFormOfLambdasEvents() throws Exception {
        RecordingFunction function = start(RecordingFunction.succeeding(), mapping.latest());
        Map<String, AttributeValue> key = Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromN("1"));
        client.putItem(request -> request.tableName(table.name()).item(everyType(key)));
        client.deleteItem(request -> request.tableName(table.name()).key(key));

        awaitRecords(function, 2);

        List<Map<?, ?>> records = new ArrayList<>();
        function.events()
                .forEach(event -> ((List<?>) event.get("Records")).forEach(found -> records.add((Map<?, ?>) found)));
        Map<?, ?> insert = records.getFirst();
        assertThat(insert.keySet())
                .isEqualTo(Set.of(
                        "eventID",
                        "eventName",
                        "eventVersion",
                        "eventSource",
                        "awsRegion",
                        "dynamodb",
                        "eventSourceARN"));
        assertThat(insert.get("eventName")).isEqualTo("INSERT");
        assertThat(insert.get("eventSource")).isEqualTo("aws:dynamodb");
        assertThat(insert.get("eventVersion")).isEqualTo("1.1");
        assertThat(insert.get("awsRegion")).isEqualTo("us-east-1");
        assertThat((String) insert.get("eventSourceARN")).contains("table/" + table.name() + "/stream/");
        assertThat(insert.get("dynamodb"))
                .asInstanceOf(MAP)
                .containsOnlyKeys(
                        "ApproximateCreationDateTime",
                        "Keys",
                        "NewImage",
                        "SequenceNumber",
                        "SizeBytes",
                        "StreamViewType");
        assertThat(((Map<?, ?>) insert.get("dynamodb")).get("NewImage")).isEqualTo(JSON.std.mapFrom("""
                        {"pk": {"S": "a"}, "sk": {"N": "1"}, "yes": {"BOOL": true}, "nothing": {"NULL": true},
                         "bytes": {"B": "AQID"}, "names": {"SS": ["x"]}, "numbers": {"NS": ["7"]},
                         "list": {"L": [{"S": "x"}, {"NULL": true}]}, "map": {"M": {"in": {"N": "1.5"}}}}"""));
        assertThat(records.getLast().get("eventName")).isEqualTo("REMOVE");
        assertThat(records.getLast().get("dynamodb"))
                .asInstanceOf(MAP)
                .containsKey("OldImage")
                .doesNotContainKey("NewImage");
    }

    private static Map<String, AttributeValue> everyType(Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item = new ConcurrentHashMap<>(key);
        item.put("yes", AttributeValue.fromBool(true));
        item.put("nothing", AttributeValue.fromNul(true));
        item.put("bytes", AttributeValue.fromB(software.amazon.awssdk.core.SdkBytes.fromByteArray(new byte[] {1, 2, 3
        })));
        item.put("names", AttributeValue.fromSs(List.of("x")));
        item.put("numbers", AttributeValue.fromNs(List.of("7")));
        item.put("list", AttributeValue.fromL(List.of(AttributeValue.fromS("x"), AttributeValue.fromNul(true))));
        item.put("map", AttributeValue.fromM(Map.of("in", AttributeValue.fromN("1.5"))));
        return item;
    }

    @Test
    void trimHorizonReadsWhatWasThereBefore() throws Exception {
        table.putAll("a", 3);

        RecordingFunction function = start(RecordingFunction.succeeding(), mapping);

        awaitRecords(function, 3);
        assertThat(function.records()).containsExactly("a1", "a2", "a3");
    }

    @Test
    void latestGetsTheFirstRecordAlsoAfterAnotherTableWasWritten() throws Exception {
        Table other = Table.create(client, "WrittenBefore");
        RecordingFunction function = start(RecordingFunction.succeeding(), mapping.latest());
        other.putAll("a", 3);

        table.putAll("a", 2);

        awaitRecords(function, 2);
    }

    @Test
    void latestReadsOnlyWhatComesAfterTheStart() throws Exception {
        table.putAll("old", 3);
        RecordingFunction function = start(RecordingFunction.succeeding(), mapping.latest());

        table.putAll("new", 2);

        awaitRecords(function, 2);
        assertThat(function.records()).containsExactly("new1", "new2");
    }

    @Test
    void batchHasAtMostItsSize() throws Exception {
        table.putAll("a", 7);

        RecordingFunction function = start(RecordingFunction.succeeding(), mapping.size(3));

        awaitRecords(function, 7);
        assertThat(function.batches())
                .containsExactly(List.of("a1", "a2", "a3"), List.of("a4", "a5", "a6"), List.of("a7"));
    }

    @Test
    void windowGathersRecordsUntilTheBatchIsFull() throws Exception {
        RecordingFunction function =
                start(RecordingFunction.succeeding(), mapping.latest().size(4).window(LONG_WINDOW));

        table.putAll("a", 4);

        awaitRecords(function, 4);
        assertThat(function.batches()).containsExactly(List.of("a1", "a2", "a3", "a4"));
    }

    @Test
    void windowEndsWithFewerRecordsThanTheBatchCouldHave() throws Exception {
        table.putAll("a", 2);

        RecordingFunction function = start(RecordingFunction.succeeding(), mapping.window(Duration.ofSeconds(1)));

        awaitRecords(function, 2);
        assertThat(function.batches()).containsExactly(List.of("a1", "a2"));
    }

    @Test
    void filterKeepsRecordsFromTheFunction() throws Exception {
        table.putAll("wanted", 2);
        table.putAll("other", 2);
        table.put("wanted", 3);

        RecordingFunction function = start(
                RecordingFunction.succeeding(),
                mapping.filter("{\"dynamodb\": {\"Keys\": {\"pk\": {\"S\": [{\"prefix\": \"want\"}]}}}}"));

        awaitRecords(function, 3);
        assertThat(function.records()).containsExactly("wanted1", "wanted2", "wanted3");
    }

    @Test
    void recordsOfAKeyStayInOrderWhileKeysRunInParallel() throws Exception {
        int keys = 8;
        int numbers = 25;
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<String> busy = ConcurrentHashMap.newKeySet();
        CountDownLatch twoAtOnce = new CountDownLatch(2);
        for (int number = 1; number <= numbers; number++) {
            for (int key = 0; key < keys; key++) {
                table.put("key" + key + "-", number);
            }
        }

        RecordingFunction function = start(
                new RecordingFunction((items, event) -> {
                    Set<String> own = Set.copyOf(items.stream().map(Item::key).toList());
                    own.forEach(key -> assertThat(busy.add(key)).isTrue());
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    twoAtOnce.countDown();
                    twoAtOnce.await();
                    underWay.decrementAndGet();
                    busy.removeAll(own);
                    return success("");
                }),
                mapping.size(10).parallelization(4));

        awaitRecords(function, keys * numbers);
        assertThat(most.get()).isBetween(2, 4);
        for (int key = 0; key < keys; key++) {
            String name = "key" + key + "-";
            assertThat(function.records().stream().filter(found -> found.startsWith(name)))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, numbers)
                            .mapToObj(number -> name + number)
                            .toList());
        }
    }

    @Test
    void failedBatchIsTriedAgainBeforeAnythingElse() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        table.putAll("a", 4);

        RecordingFunction function = start(
                new RecordingFunction((items, event) -> calls.incrementAndGet() < 3 ? FAILURE : success("")),
                mapping.size(2));

        awaitInvocations(function, 4);
        assertThat(function.batches())
                .containsExactly(List.of("a1", "a2"), List.of("a1", "a2"), List.of("a1", "a2"), List.of("a3", "a4"));
    }

    @Test
    void retriesEndAndTheDestinationIsTold() throws Exception {
        table.putAll("a", 3);

        RecordingFunction function = start(
                new RecordingFunction((items, event) -> items.getFirst().number() == 1 ? FAILURE : success("")),
                mapping.size(2).retries(2));

        awaitInvocations(function, 4);
        assertThat(function.batches())
                .containsExactly(List.of("a1", "a2"), List.of("a1", "a2"), List.of("a1", "a2"), List.of("a3"));
        Map<String, Object> message = JSON.std.mapFrom(failureMessages.getFirst());
        assertThat(message)
                .containsOnlyKeys("requestContext", "responseContext", "version", "timestamp", "DDBStreamBatchInfo");
        assertThat(message.get("requestContext"))
                .isEqualTo(Map.of(
                        "requestId", "request",
                        "functionArn", "arn:aws:lambda:us-east-1:000000000000:function:Function",
                        "condition", "RetryAttemptsExhausted",
                        "approximateInvokeCount", 3));
        assertThat(message.get("responseContext"))
                .isEqualTo(Map.of("statusCode", 200, "executedVersion", "$LATEST", "functionError", "Unhandled"));
        assertThat(message.get("DDBStreamBatchInfo"))
                .asInstanceOf(MAP)
                .containsEntry("batchSize", 2)
                .containsEntry("startSequenceNumber", sequenceNumber(function, 0, 0))
                .containsEntry("endSequenceNumber", sequenceNumber(function, 0, 1))
                .containsKeys(
                        "shardId", "streamArn", "approximateArrivalOfFirstRecord", "approximateArrivalOfLastRecord");
        assertThat(deliveries)
                .anySatisfy(delivery -> assertThat(delivery.detail()).endsWith(", 2 records given up"));
    }

    private static Object sequenceNumber(RecordingFunction function, int event, int index) {
        List<?> records = (List<?>) function.events().get(event).get("Records");
        return ((Map<?, ?>) ((Map<?, ?>) records.get(index)).get("dynamodb")).get("SequenceNumber");
    }

    @Test
    void bisectingIsolatesThePoisonedRecord() throws Exception {
        table.putAll("a", 8);

        RecordingFunction function = start(
                new RecordingFunction(
                        (items, event) -> items.stream().anyMatch(item -> item.number() == 6) ? FAILURE : success("")),
                mapping.bisect().retries(1));

        Await.until("the poison is given up", () -> !failureMessages.isEmpty());
        Await.until("the rest is processed", () -> function.records().contains("a8"));
        assertThat(failureMessages)
                .singleElement()
                .satisfies(message -> assertThat(message).contains("\"batchSize\":1,"));
        assertThat(function.batches())
                .containsExactly(
                        List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"),
                        List.of("a1", "a2", "a3", "a4"),
                        List.of("a5", "a6", "a7", "a8"),
                        List.of("a5", "a6"),
                        List.of("a5"),
                        List.of("a6"),
                        List.of("a6"),
                        List.of("a7", "a8"));
    }

    @Test
    void partialResponseGoesOnAtTheLowestFailure() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        table.putAll("a", 5);

        RecordingFunction function = start(
                new RecordingFunction((items, event) -> calls.incrementAndGet() == 1
                        ? success(failures(items.get(4), items.get(2)))
                        : success("{\"batchItemFailures\": []}")),
                mapping.reported());

        awaitInvocations(function, 2);
        assertThat(function.batches())
                .containsExactly(List.of("a1", "a2", "a3", "a4", "a5"), List.of("a3", "a4", "a5"));
    }

    private static String failures(Item... items) {
        return java.util.Arrays.stream(items)
                .map(item -> "{\"itemIdentifier\": \"" + item.sequenceNumber() + "\"}")
                .collect(java.util.stream.Collectors.joining(",", "{\"batchItemFailures\": [", "]}"));
    }

    @Test
    void answerIsNoPartialResponseUnlessAskedFor() throws Exception {
        table.putAll("a", 2);

        RecordingFunction function =
                start(new RecordingFunction((items, event) -> success(failures(items.getFirst()))), mapping.size(1));

        awaitInvocations(function, 2);
        assertThat(function.records()).containsExactly("a1", "a2");
    }

    @Test
    void failingKeyBlocksOnlyItsOwnLane() throws Exception {
        table.put("bad", 1);
        IntStream.range(0, 20).forEach(key -> table.put("good" + key + "-", 1));

        RecordingFunction function = start(
                new RecordingFunction((items, event) ->
                        items.stream().anyMatch(item -> item.key().equals("bad")) ? FAILURE : success("")),
                mapping.size(1).parallelization(10));

        Await.until("other keys pass", () -> Set.copyOf(function.records()).size() >= 10);
        assertThat(Collections.frequency(function.records(), "bad1")).isPositive();
    }

    @Test
    void failingTableBlocksNoOtherTable() throws Exception {
        Table other = Table.create(client, "otherTable");
        table.put("a", 1);
        other.put("b", 1);

        RecordingFunction function = start(
                new RecordingFunction((items, event) -> items.getFirst().key().equals("a") ? FAILURE : success("")),
                mapping,
                new MappingBuilder(other.name()));

        Await.until("the other table's record passes", () -> function.records().contains("b1"));
    }

    @Test
    void tumblingWindowPassesItsStateOnAndEnds() throws Exception {
        RecordingFunction function = start(
                new RecordingFunction((items, event) -> {
                    int before = ((Map<?, ?>) event.get("state")).get("count") instanceof Integer count ? count : 0;
                    return success("{\"state\": {\"count\": " + (before + items.size()) + "}}");
                }),
                mapping.size(2).tumbling(Duration.ofSeconds(2)));
        table.putAll("a", 5);

        Await.until("all windows have ended", () -> ended(function) == 5);

        assertThat(function.records()).containsExactly("a1", "a2", "a3", "a4", "a5");
        Map<String, Object> first = function.events().getFirst();
        assertThat(first)
                .containsOnlyKeys(
                        "Records",
                        "window",
                        "state",
                        "shardId",
                        "eventSourceARN",
                        "isFinalInvokeForWindow",
                        "isWindowTerminatedEarly")
                .containsEntry("state", Map.of())
                .containsEntry("isFinalInvokeForWindow", false)
                .containsEntry("isWindowTerminatedEarly", false);
        assertThat(first.get("window")).asInstanceOf(MAP).containsOnlyKeys("start", "end");
    }

    /** Sum of the counts that the final invocations were given. */
    private static int ended(RecordingFunction function) {
        return function.events().stream()
                .filter(event -> event.get("isFinalInvokeForWindow").equals(true))
                .mapToInt(event -> (Integer) ((Map<?, ?>) event.get("state")).get("count"))
                .sum();
    }

    @Test
    void eachInvocationIsALineForTheLog() throws Exception {
        table.put("a", 1);

        RecordingFunction function = start(RecordingFunction.succeeding(), mapping);

        Await.until("the line", () -> !deliveries.isEmpty());
        assertThat(function.records()).containsExactly("a1");
        assertThat(deliveries).singleElement().satisfies(delivery -> {
            assertThat(delivery.source()).isEqualTo("STREAM");
            assertThat(delivery.detail()).isEqualTo(table.name() + ", 1 record");
            assertThat(delivery.errorType()).isEmpty();
            assertThat(delivery.report()).isPresent();
        });
    }

    @Test
    void tableWithoutAStreamIsOneSentence() {
        Tables.create(
                client,
                List.of(new TableSpec(
                        "Streamless",
                        "Streamless",
                        Map.of(
                                "AttributeDefinitions", List.of(Map.of("AttributeName", "pk", "AttributeType", "S")),
                                "KeySchema", List.of(Map.of("AttributeName", "pk", "KeyType", "HASH"))))));

        assertThatThrownBy(() -> start(RecordingFunction.succeeding(), new MappingBuilder("Streamless")))
                .isInstanceOf(StreamException.class)
                .hasMessage("Table Streamless exists without a stream, but the template asks for one; "
                        + "delete it or its data folder, or name another folder or emulator");
    }

    private RecordingFunction start(RecordingFunction function, MappingBuilder... mappings) {
        List<StreamMapping> built =
                java.util.Arrays.stream(mappings).map(MappingBuilder::build).toList();
        running = StreamMappings.start(
                engine.endpoint(),
                built,
                PseudoParameters.local("us-east-1"),
                new Deliveries(function, deliveries::add),
                (queue, message) -> {
                    assertThat(queue).isEqualTo(MappingBuilder.QUEUE);
                    failureMessages.add(message);
                },
                errors::add);
        return function;
    }

    private static void awaitRecords(RecordingFunction function, int count) throws InterruptedException {
        Await.until(count + " records", () -> function.records().size() >= count);
    }

    private static void awaitInvocations(RecordingFunction function, int count) throws InterruptedException {
        Await.until(count + " invocations", () -> function.events().size() >= count);
    }
}
