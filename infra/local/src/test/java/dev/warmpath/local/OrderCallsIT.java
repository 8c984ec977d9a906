package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.frontdoor.Call;
import dev.warmpath.local.frontdoor.Calls;
import dev.warmpath.local.frontdoor.Calls.Count;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Latency.Fixed;
import dev.warmpath.local.frontdoor.Rule;
import dev.warmpath.local.frontdoor.Rules;
import dev.warmpath.local.frontdoor.Service;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many calls of store and queue the functions of the orders service make, and which of them at the same time. */
@Tag("full")
@Timeout(120)
@ExtendWith(ProjectRun.class)
class OrderCallsIT {
    private static final Set<Call> SEEN = ConcurrentHashMap.newKeySet();

    private static LocalRun run;

    private final Calls calls = run.frontDoor().calls();
    private final Rules rules = run.frontDoor().rules();

    @BeforeAll
    @Timeout(300)
    static void use(LocalRun running) throws Exception {
        run = running;
        FirstUse.ofOrders(run);
    }

    @AfterAll
    static void onlyTheReportScans() {
        assertThat(SEEN).extracting(Call::operation).contains("PutItem", "Query", "SendMessage");
        assertThat(SEEN)
                .filteredOn(call -> call.operation().equals("Scan"))
                .extracting(Call::function)
                .isSubsetOf("DailyReport");
    }

    @BeforeEach
    void countFromZero() {
        calls.reset();
    }

    @AfterEach
    void removeRules() {
        calls.all().stream()
                .map(Count::call)
                .filter(call -> !call.function().equals("Test"))
                .forEach(SEEN::add);
        rules.clear();
        run.frontDoor().latencies().clear();
    }

    @Test
    void placingAnOrderIsOnePutAndOneSendAtTheSameTime() {
        Shopper ada = Shopper.withoutProfile(run);
        delayCalls();

        ada.place(1, List.of("a"));

        assertThat(calls.of("PlaceOrder", "PutItem")).isEqualTo(1);
        assertThat(calls.of("PlaceOrder", "SendMessage")).isEqualTo(1);
        assertThat(calls.of("PlaceOrder")).isEqualTo(2);
        assertThat(calls.mostAtOnce("PlaceOrder")).isEqualTo(2);
    }

    @Test
    void refusedBodyIsToldFromTheOldItemWithoutASecondRead() {
        Shopper ada = Shopper.withoutProfile(run);
        ada.placeUnderKey("key", 1, List.of("a"));
        calls.reset();

        assertThat(ada.placeUnderKey("key", 2, List.of("a")).statusCode()).isEqualTo(409);

        assertThat(calls.of("PlaceOrder", "PutItem")).isEqualTo(1);
        assertThat(calls.of("PlaceOrder")).isEqualTo(2);
    }

    @Test
    void orderIsAcceptedThoughTheQueueRefuses() {
        rules.add(Rule.of(new ServerError(500)).service("sqs").function("PlaceOrder"));

        Shopper ada = Shopper.withoutProfile(run);
        assertThat(ada.order(ada.place(1, List.of("a")))).containsEntry("status", "PENDING");

        assertThat(calls.of("PlaceOrder", "PutItem")).isEqualTo(1);
    }

    @Test
    void placingAHundredOrdersIsFourWritesAndThenTenSends() {
        Shopper ada = Shopper.withoutProfile(run);

        HttpResponse<String> placed = ada.api().post("/orders/batch", Goods.orders(100, List.of("a")));

        assertThat(ManyUsers.texts(Api.json(placed), "accepted", "index")).hasSize(100);
        assertThat(calls.of("PlaceOrders", "BatchWriteItem")).isEqualTo(4);
        assertThat(calls.of("PlaceOrders", "SendMessageBatch")).isEqualTo(10);
        assertThat(calls.of("PlaceOrders")).isEqualTo(14);
    }

    @Test
    void noOrderIsSentBeforeItIsWritten() {
        rules.add(Rule.of(new ServerError(500)).function("PlaceOrders").operation("BatchWriteItem"));

        HttpResponse<String> placed =
                Shopper.withoutProfile(run).api().post("/orders/batch", Goods.orders(30, List.of("a")));

        assertThat(placed.statusCode()).isEqualTo(202);
        assertThat(ManyUsers.texts(Api.json(placed), "failed", "index")).hasSize(30);
        assertThat(calls.of("PlaceOrders", "BatchWriteItem")).isPositive();
        assertThat(calls.of("PlaceOrders", "SendMessageBatch")).isZero();
    }

    @Test
    void fulfillingTenOrdersIsTwoReadsAtMostAndTenTransactions() {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(100, 10);
        List<String> orderIds = placeUntold(ada, skus);
        calls.reset();

        HttpResponse<String> fulfilled = fulfil(ada, orderIds);

        assertThat(Api.json(fulfilled)).containsEntry("batchItemFailures", List.of());
        assertThat(orderIds)
                .allSatisfy(orderId -> assertThat(ada.order(orderId)).containsEntry("status", "CONFIRMED"));
        assertThat(calls.of("FulfilOrders", "BatchGetItem")).isBetween(1L, 2L);
        assertThat(calls.of("FulfilOrders", "TransactWriteItems")).isEqualTo(10);
        assertThat(calls.of("FulfilOrders")).isEqualTo(calls.of("FulfilOrders", "BatchGetItem") + 10);
    }

    @Test
    void messagesThatComeAgainChangeNothing() {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(100, 1);
        List<String> orderIds = placeUntold(ada, skus);

        fulfil(ada, orderIds);
        HttpResponse<String> again = fulfil(ada, orderIds.reversed());

        assertThat(Api.json(again)).containsEntry("batchItemFailures", List.of());
        assertThat(ada.stock(skus.getFirst())).isEqualTo(90);
    }

    /** Ten orders of which no message reaches the workers. */
    private List<String> placeUntold(Shopper shopper, List<String> skus) {
        rules.add(Rule.of(new ServerError(500)).service("sqs").function("PlaceOrders"));
        HttpResponse<String> placed = shopper.api().post("/orders/batch", Goods.orders(10, skus));
        rules.clear();
        return ManyUsers.texts(Api.json(placed), "accepted", "orderId");
    }

    private HttpResponse<String> fulfil(Shopper shopper, List<String> orderIds) {
        try (OrdersTable table = OrdersTable.of(run)) {
            List<String> messages = orderIds.stream()
                    .map(orderId -> OrderMessages.message(table.order(shopper.userId(), orderId)))
                    .toList();
            return shopper.admin().post("/_warmpath/invoke/FulfilOrders", OrderMessages.event(messages));
        }
    }

    @Test
    void orderIsOneRead() {
        Shopper ada = Shopper.withoutProfile(run);
        String orderId = ada.place(1, List.of("a"));

        ada.order(orderId);

        assertThat(calls.of("GetOrder", "GetItem")).isEqualTo(1);
        assertThat(calls.of("GetOrder")).isEqualTo(1);
    }

    @Test
    void listIsOneQuery() {
        Shopper ada = Shopper.withoutProfile(run);
        ada.place(1, List.of("a"));

        assertThat(ada.api().get("/orders?limit=1").statusCode()).isEqualTo(200);

        assertThat(calls.of("ListOrders", "Query")).isEqualTo(1);
        assertThat(calls.of("ListOrders")).isEqualTo(1);
    }

    @Test
    void detailsAreOrderAndUserAtTheSameTimeAndThenOneRead() {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(10, 3);
        String orderId = ada.place(1, skus);
        delayCalls();

        assertThat(ada.api().get("/orders/" + orderId + "/details").statusCode())
                .isEqualTo(200);

        assertThat(calls.of("GetOrderDetails", "GetItem")).isEqualTo(2);
        assertThat(calls.of("GetOrderDetails", "BatchGetItem")).isEqualTo(1);
        assertThat(calls.of("GetOrderDetails")).isEqualTo(3);
        assertThat(calls.mostAtOnce("GetOrderDetails")).isEqualTo(2);
    }

    @Test
    void cancellationIsOneTransaction() throws Exception {
        Shopper ada = Shopper.of(run);
        String orderId = ada.place(1, ada.stocked(10, 3));
        ada.decided(orderId);
        calls.reset();

        assertThat(ada.cancel(orderId).statusCode()).isEqualTo(200);

        assertThat(calls.of("CancelOrder", "TransactWriteItems")).isEqualTo(1);
        assertThat(calls.of("CancelOrder")).isLessThanOrEqualTo(3);
    }

    @Test
    void cachedProductMakesNoCall() {
        String sku = Shopper.withoutProfile(run).stocked(1, 1).getFirst();
        Api anonymous = Api.at(run.url());

        anonymous.get("/products/" + sku);
        assertThat(calls.of("GetProduct", "GetItem")).isEqualTo(1);
        anonymous.get("/products/" + sku);

        assertThat(calls.of("GetProduct")).isEqualTo(1);
    }

    @Test
    void stockIsReadEachTimeAndTheCatalogueOnce() {
        Shopper ada = Shopper.withoutProfile(run);
        List<String> skus = ada.stocked(1, 100);
        ada.api().post("/inventory/batch-get", Goods.asked(skus));
        calls.reset();

        ada.api().post("/inventory/batch-get", Goods.asked(skus));

        assertThat(calls.of("BatchGetInventory", "BatchGetItem")).isEqualTo(1);
        assertThat(calls.of("BatchGetInventory")).isEqualTo(1);
    }

    /** So long that calls which may be under way at once are so. */
    private static void delayCalls() {
        Fixed delay = new Fixed(Duration.ofMillis(500));
        run.frontDoor().latencies().set(Map.of(Service.DYNAMODB, delay, Service.SQS, delay));
    }
}
