package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.json.Json;
import dev.warmpath.orders.WorkerFaults.Fault;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.testing.Invocations;
import dev.warmpath.testing.TestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to messages, workers and answers: every order is decided on, and for each product what there was is what is
 * left and what was confirmed.
 */
@Tag("full")
@Timeout(120)
@ExtendWith(WorkerEngines.OnRealEngines.class)
class FulfilOrdersHistoriesIT {
    private static final List<String> SKUS = List.of("cup", "pot", "tea");
    private static final List<String> USERS = List.of("ada", "ada", "ada", "bob", "bob", "eve", "nobody");
    private static final int WORKERS = 4;
    private static final int LONG = 30_000;
    private static final int SHORT = 1_200;

    private WorkerEngines engines;

    @BeforeEach
    void wire(WorkerEngines engines) {
        this.engines = engines;
        engines.customer("ada", "ACTIVE");
        engines.customer("bob", "ACTIVE");
        engines.customer("eve", "SUSPENDED");
    }

    @Test
    void fiftyOrdersForTenPiecesConfirmTenWhileWorkersCompete() throws Exception {
        engines.product("cup", 1_999, "EUR", 10);
        List<Order> orders = IntStream.range(0, 50)
                .mapToObj(i -> WorkerEngines.order("ada", OrderLine.of("cup", 1)))
                .toList();
        orders.forEach(engines::put);
        List<Order> left = orders;

        while (!left.isEmpty()) {
            left = deliver(left, () -> LONG, engines.fulfilOrders());
        }

        assertThat(confirmed(orders, "cup")).isEqualTo(10);
        assertThat(orders).extracting(order -> engines.stored(order).status()).doesNotContain(OrderStatus.PENDING);
        assertThat(engines.table().available("cup")).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomHistoriesLoseNothingAndTakeNothingTwice(long seed) throws Exception {
        Random random = new Random(seed);
        Map<String, Integer> initial = Map.of("cup", random.nextInt(20), "pot", random.nextInt(20), "tea", 1_000);
        initial.forEach((sku, available) -> engines.product(sku, 1 + random.nextInt(1_000), "EUR", available));
        List<Order> orders =
                IntStream.range(0, 20).mapToObj(i -> randomOrder(random)).toList();
        orders.stream().filter(order -> random.nextInt(10) < 7).forEach(engines::put);

        deliverWithFaults(deliveries(orders, random), random);
        orders.stream()
                .filter(order -> engines.table().order(order.key()).isEmpty())
                .forEach(engines::put);
        List<Order> left = deliveries(orders, random);
        while (!left.isEmpty()) {
            left = deliver(left, () -> LONG, engines.fulfilOrders());
        }

        assertThat(orders).extracting(order -> engines.stored(order).status()).doesNotContain(OrderStatus.PENDING);
        assertThat(SKUS)
                .allSatisfy(sku -> assertThat(engines.table().available(sku))
                        .isNotNegative()
                        .isEqualTo(initial.get(sku) - confirmed(orders, sku)));
    }

    private static Order randomOrder(Random random) {
        List<String> skus = new ArrayList<>(SKUS);
        Collections.shuffle(skus, random);
        return WorkerEngines.order(
                USERS.get(random.nextInt(USERS.size())),
                skus.subList(0, 1 + random.nextInt(SKUS.size())).stream()
                        .map(sku -> OrderLine.of(sku, 1 + random.nextInt(4)))
                        .toArray(OrderLine[]::new));
    }

    /** Each one to three times, in any order. */
    private static List<Order> deliveries(List<Order> orders, Random random) {
        List<Order> deliveries = new ArrayList<>();
        orders.forEach(order -> deliveries.addAll(Collections.nCopies(1 + random.nextInt(3), order)));
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private void deliverWithFaults(List<Order> deliveries, Random random) throws Exception {
        try (WorkerFaults http = new WorkerFaults()) {
            http.fail("TransactWriteItems", Fault.LOST_ANSWER, random.nextInt(20));
            http.fail("UpdateItem", Fault.LOST_ANSWER, random.nextInt(10));
            FulfilOrders worker = engines.fulfilOrders(engines.table().engine().clientOver(http), Clock.systemUTC());
            deliver(deliveries, () -> random.nextInt(4) == 0 ? SHORT : LONG, worker);
        }
    }

    /** Delivers in batches to several workers at once; answers what failed. */
    private static List<Order> deliver(List<Order> deliveries, Callable<Integer> millisecondsLeft, FulfilOrders worker)
            throws Exception {
        List<Callable<List<Order>>> batches = new ArrayList<>();
        for (int from = 0; from < deliveries.size(); from += 10) {
            List<Order> batch = deliveries.subList(from, Math.min(deliveries.size(), from + 10));
            TestContext context = new TestContext(millisecondsLeft.call());
            batches.add(() -> failed(batch, Invocations.call(worker, event(batch), context)));
        }
        List<Order> failed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            for (Future<List<Order>> batch : threads.invokeAll(batches)) {
                failed.addAll(batch.get());
            }
        }
        return failed;
    }

    private static String event(List<Order> batch) {
        List<Map<String, Object>> records = IntStream.range(0, batch.size())
                .mapToObj(i -> Map.of(
                        "messageId",
                        Integer.toString(i),
                        "receiptHandle",
                        "none",
                        "body",
                        OrderMessage.of(batch.get(i)).body(),
                        "attributes",
                        Map.of(
                                "ApproximateReceiveCount",
                                "1",
                                "SentTimestamp",
                                Long.toString(System.currentTimeMillis()))))
                .toList();
        return Json.write(Map.of("Records", records));
    }

    private static List<Order> failed(List<Order> batch, String answer) throws IOException {
        var fields = Json.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
        return ((List<?>) fields.get("batchItemFailures"))
                .stream()
                        .map(failure -> (String) Json.fields(failure).get("itemIdentifier"))
                        .map(id -> batch.get(Integer.parseInt(id)))
                        .toList();
    }

    private int confirmed(List<Order> orders, String sku) {
        return orders.stream()
                .map(engines::stored)
                .filter(order -> order.status() == OrderStatus.CONFIRMED)
                .flatMap(order -> order.lines().stream())
                .filter(line -> line.sku().equals(sku))
                .mapToInt(OrderLine::quantity)
                .sum();
    }
}
