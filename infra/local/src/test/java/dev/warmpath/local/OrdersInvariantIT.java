package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.OrderBooks.Sold;
import dev.warmpath.local.events.Delivery;
import dev.warmpath.local.lambda.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing lost, nothing twice: what holds of orders in the whole local run, whatever fails meanwhile. */
@Timeout(600)
class OrdersInvariantIT {
    private static final Map<String, String> PARAMETERS = Map.of(
            "FulfilTimeoutSeconds", "10",
            "OrdersVisibilitySeconds", "12",
            "RequeueAfterSeconds", "3",
            "ThrottleRate", "10000",
            "ThrottleBurst", "10000");
    private static final int ENVIRONMENTS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Queue<Delivery> DELIVERIES = new ConcurrentLinkedQueue<>();
    private static LocalRun run;
    private static OrderBooks books;
    private static OrdersQueue queue;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        RunListeners listeners = new RunListeners(
                exchange -> {}, DELIVERIES::add, (function, environment, line) -> {}, Throwable::printStackTrace);
        run = LocalRun.start(TestRuns.onDemand(ENVIRONMENTS, PARAMETERS, folder), listeners);
        books = OrderBooks.of(run);
        queue = OrdersQueue.of(run);
    }

    @AfterAll
    static void stop() {
        queue.close();
        books.close();
        run.close();
    }

    @Test
    void everyAcceptedOrderIsDecidedOnceThoughCallsFail() throws Exception {
        everyAcceptedOrderIsDecidedOnce(200, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = 2)
    @Tag("full")
    void everyAcceptedOrderOfManyIsDecidedOnceThoughCallsFail(long seed) throws Exception {
        everyAcceptedOrderIsDecidedOnce(2_000, seed);
    }

    private void everyAcceptedOrderIsDecidedOnce(int orders, long seed) throws Exception {
        Shop shop = new Shop(run, "shop" + seed, orders / 20);
        shop.open();
        shop.rehearse();
        awaitDecisions();
        try (Mischief mischief = new Mischief(run, shop, seed, DELIVERIES, books, queue)) {
            mischief.begin(orders);
            shop.serve(orders, seed);
            mischief.end();
        }
        awaitDecisions();
        awaitProjection(shop);

        assertThat(queue.takeDead("OrdersDeadLetterQueue")).as("seed %d", seed).isEmpty();
        assertThat(queue.takeDead("UnprojectedQueue")).as("seed %d", seed).isEmpty();
        assertThat(OrdersInvariant.disagreements(shop, books, OrderHistory.of(run)))
                .as("seed %d", seed)
                .isEmpty();
    }

    /** A product whose orders were all withdrawn has sold nothing, as one has that nobody ordered. */
    private static void awaitProjection(Shop shop) throws InterruptedException {
        Map<String, Sold> sold = OrdersInvariant.sold(shop, books);
        Await.within(LIMIT, "the revenue is that of the confirmed orders", () -> {
            Map<String, Sold> projected = books.sold(shop.assortment().prefix());
            projected.values().removeIf(Sold::isNothing);
            return projected.equals(sold);
        });
    }

    private static void awaitDecisions() throws InterruptedException {
        Await.within(LIMIT, "every order is decided", () -> {
            Api.ofAnotherTemplate(run.url()).post("/_warmpath/invoke/RequeueStaleOrders", "");
            return books.pending() == 0;
        });
        Await.within(LIMIT, "no message waits", queue::isIdle);
    }
}
