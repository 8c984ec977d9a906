package dev.warmpath.local.frontdoor;

import static dev.warmpath.local.frontdoor.Doorway.TABLE;
import static dev.warmpath.local.frontdoor.Doorway.key;
import static dev.warmpath.local.frontdoor.Doorway.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.dynamodblocal.DynamoDbLocal;
import dev.warmpath.local.frontdoor.Calls.Count;
import dev.warmpath.local.frontdoor.Latency.Fixed;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** What passes the front door, before the real engine and with the client that functions have. */
@Timeout(60)
class FrontDoorTest {
    private static DynamoDbLocal engine;

    private Doorway doorway;

    @BeforeAll
    static void start() throws Exception {
        engine = Doorway.startEngine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void open() throws IOException {
        doorway = Doorway.before(engine.endpoint());
    }

    @AfterEach
    void close() throws IOException {
        doorway.close();
        assertThat(doorway.errors).isEmpty();
    }

    @Test
    void callsAreCountedByFunctionAndOperation() {
        DynamoDbClient writer = doorway.client("Writer");
        DynamoDbClient reader = doorway.client("Reader");

        writer.putItem(put -> put.tableName(TABLE).item(thing("a", "red")));
        reader.getItem(get -> get.tableName(TABLE).key(key("a")));
        reader.getItem(get -> get.tableName(TABLE).key(key("b")));

        assertThat(calls().all())
                .containsExactly(
                        new Count(new Call("dynamodb", "Reader", "GetItem"), 2, 0, 1),
                        new Count(new Call("dynamodb", "Writer", "PutItem"), 1, 0, 1));
        assertThat(calls().of("Reader", "GetItem")).isEqualTo(2);
        assertThat(calls().of("Writer")).isEqualTo(1);
        assertThat(calls().of("Nobody")).isZero();
    }

    @Test
    void resetStartsFromZero() {
        DynamoDbClient reader = doorway.client("Reader");
        reader.listTables();

        calls().reset();

        assertThat(calls().all()).isEmpty();
        reader.listTables();
        assertThat(calls().of("Reader", "ListTables")).isEqualTo(1);
    }

    @Test
    void answersAndErrorsOfTheEnginePassUnchanged() {
        DynamoDbClient client = doorway.client("Writer");
        client.putItem(put -> put.tableName(TABLE).item(thing("same", "grün")));

        assertThat(client.getItem(get -> get.tableName(TABLE).key(key("same"))).item())
                .isEqualTo(thing("same", "grün"));
        assertThatThrownBy(() -> client.putItem(put -> put.tableName(TABLE)
                        .item(thing("same", "blue"))
                        .conditionExpression("attribute_not_exists(id)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void largestAnswerOfTheStorePassesWithWhatTheEngineLeftOut() {
        DynamoDbClient client = doorway.client("Reader");
        String large = "x".repeat(390_000);
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String id = "large-" + i;
            keys.add(key(id));
            client.putItem(put -> put.tableName(TABLE).item(thing(id, large)));
        }

        var answer = client.batchGetItem(batch -> batch.requestItems(
                Map.of(TABLE, KeysAndAttributes.builder().keys(keys).build())));

        int found = answer.responses().get(TABLE).size();
        assertThat(found).isBetween(35, 49);
        assertThat(answer.unprocessedKeys().get(TABLE).keys()).hasSize(50 - found);
    }

    @Test
    void latencyHoldsEachCallOfItsServiceBack() {
        DynamoDbClient client = doorway.client("Reader");
        doorway.frontDoor.latencies().set(Map.of(Service.DYNAMODB, new Fixed(Duration.ofMillis(7))));

        client.listTables();
        client.listTables();
        doorway.frontDoor.latencies().clear();
        client.listTables();

        assertThat(doorway.pauses).containsExactly(Duration.ofMillis(7), Duration.ofMillis(7));
    }

    @Test
    void latencyOfAnotherServiceHoldsNothingBack() {
        doorway.frontDoor.latencies().set(Map.of("sqs", new Fixed(Duration.ofMillis(7))));

        doorway.client("Reader").listTables();

        assertThat(doorway.pauses).isEmpty();
    }

    @Test
    void callsRunInParallelAndTheMostAtOnceIsCounted() throws Exception {
        int callers = 30;
        CountDownLatch allUnderWay = new CountDownLatch(callers);
        doorway.frontDoor.latencies().set(Map.of(Service.DYNAMODB, new Fixed(Duration.ZERO)));
        doorway.pause.set(_ -> awaitAll(allUnderWay));
        DynamoDbClient client = doorway.client("Reader");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                results.add(threads.submit(() -> client.listTables()));
            }
            for (Future<?> result : results) {
                result.get();
            }
        }

        assertThat(calls().all()).singleElement().satisfies(count -> {
            assertThat(count.calls()).isEqualTo(callers);
            assertThat(count.mostAtOnce()).isEqualTo(callers);
        });
    }

    @Test
    void differentCallsOfAFunctionCountTogetherAsUnderWayAtOnce() throws Exception {
        CountDownLatch bothUnderWay = new CountDownLatch(2);
        doorway.frontDoor.latencies().set(Map.of(Service.DYNAMODB, new Fixed(Duration.ZERO)));
        doorway.pause.set(_ -> awaitAll(bothUnderWay));
        DynamoDbClient client = doorway.client("Reader");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> client.listTables());
            Future<?> second = threads.submit(() -> Doorway.exists(client, "nobody"));
            first.get();
            second.get();
        }

        assertThat(calls().all()).hasSize(2).allMatch(count -> count.mostAtOnce() == 1);
        assertThat(calls().mostAtOnce("Reader")).isEqualTo(2);
        assertThat(calls().mostAtOnce("Writer")).isZero();
    }

    @Test
    void nothingIsMixedUpBetweenManyCallers() throws Exception {
        DynamoDbClient client = doorway.client("Writer");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> colours = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String id = "many-" + i;
                colours.add(threads.submit(() -> {
                    client.putItem(put -> put.tableName(TABLE).item(thing(id, "colour of " + id)));
                    return client.getItem(get -> get.tableName(TABLE).key(key(id)))
                            .item()
                            .get("colour")
                            .s();
                }));
            }
            for (int i = 0; i < 200; i++) {
                assertThat(colours.get(i).get()).isEqualTo("colour of many-" + i);
            }
        }

        assertThat(calls().of("Writer")).isEqualTo(400);
    }

    @Test
    void unknownServiceIsRefusedWithThoseThatExist() {
        assertThatThrownBy(() -> doorway.frontDoor.endpoint("s3", "Reader"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no service s3; there are [dynamodb].");
    }

    @Test
    void listensOnLoopbackOnly() {
        URI endpoint = URI.create(doorway.frontDoor.endpoint(Service.DYNAMODB, "Reader"));

        assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
        assertThat(endpoint.getPath()).isEqualTo("/Reader");
    }

    private Calls calls() {
        return doorway.frontDoor.calls();
    }

    private static void awaitAll(CountDownLatch latch) {
        latch.countDown();
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
