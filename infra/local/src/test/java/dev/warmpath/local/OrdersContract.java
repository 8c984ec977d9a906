package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders and inventory as callers meet them, from the request to what the workers decide. */
@Timeout(120)
abstract class OrdersContract {
    private static LocalRun run;

    @BeforeAll
    static void use(LocalRun running) {
        run = running;
    }

    @Test
    void orderInStockIsConfirmedAtCataloguePricesAndTakesItsStock() throws Exception {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(10, 2);

        Map<String, Object> order = ada.decided(ada.place(3, skus));

        assertThat(order)
                .containsEntry("status", "CONFIRMED")
                .containsEntry("userId", ada.userId())
                .containsEntry("total", 2 * 3 * Goods.PRICE)
                .containsEntry("currency", "EUR")
                .containsEntry(
                        "lines",
                        skus.stream()
                                .map(sku -> Map.of("sku", sku, "quantity", 3, "unitPrice", Goods.PRICE))
                                .toList());
        assertThat(skus).allSatisfy(sku -> assertThat(ada.stock(sku)).isEqualTo(7));
    }

    @Test
    void detailsHaveTheOrderItsCustomerAndTheStockOfItsLines() throws Exception {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(10, 2);
        String orderId = ada.place(3, skus);
        Map<String, Object> order = ada.decided(orderId);

        Map<String, Object> details = Api.json(ada.api().get("/orders/" + orderId + "/details"));

        assertThat(details)
                .containsEntry("order", order)
                .containsEntry("user", Map.of("userId", ada.userId(), "status", "ACTIVE"));
        assertThat(ManyUsers.texts(details, "inventory", "sku")).containsExactlyElementsOf(skus);
        assertThat(ManyUsers.texts(details, "inventory", "available")).containsOnly("7");
    }

    @Test
    void orderThatCannotBeFulfilledIsRejectedWithAReasonAndTakesNothing() throws Exception {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(10, 1);
        Shopper suspended = Shopper.of(run, "SUSPENDED");
        Shopper unknown = Shopper.withoutProfile(run);
        String dollars = Goods.skus(1).getFirst();
        ada.admin().put("/inventory", "{\"items\":[" + Goods.item(dollars, 10, "USD") + "]}");
        List<String> both = List.of(skus.getFirst(), dollars);
        List<String> withUnknown = List.of(skus.getFirst(), Goods.skus(1).getFirst());

        // All of them before the first is waited for.
        String tooMany = ada.place(11, skus);
        String noProduct = ada.place(1, withUnknown);
        String mixed = ada.place(1, both);
        String ofSuspended = suspended.place(1, skus);
        String ofUnknown = unknown.place(1, skus);

        assertRejected(ada.decided(tooMany), "OUT_OF_STOCK");
        assertRejected(ada.decided(noProduct), "PRODUCT_UNKNOWN");
        assertRejected(ada.decided(mixed), "MIXED_CURRENCIES");
        assertRejected(suspended.decided(ofSuspended), "CUSTOMER_SUSPENDED");
        assertRejected(unknown.decided(ofUnknown), "CUSTOMER_UNKNOWN");
        assertThat(ada.stock(skus.getFirst())).isEqualTo(10);
    }

    private static void assertRejected(Map<String, Object> order, String reason) {
        assertThat(order)
                .containsEntry("status", "REJECTED")
                .containsEntry("reason", reason)
                .doesNotContainKey("total");
    }

    @Test
    void cancelledOrderGivesBackItsStockOnce() throws Exception {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(10, 2);
        String orderId = ada.place(4, skus);
        ada.decided(orderId);

        HttpResponse<String> cancelled = ada.cancel(orderId);
        HttpResponse<String> again = ada.cancel(orderId);

        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(Api.json(again)).isEqualTo(Api.json(cancelled)).isEqualTo(ada.order(orderId));
        assertThat(skus).allSatisfy(sku -> assertThat(ada.stock(sku)).isEqualTo(10));
    }

    @Test
    void manyCancellationsAtOnceGiveBackTheStockOnce() throws Exception {
        Shopper ada = Shopper.of(run);
        List<String> skus = ada.stocked(10, 1);
        String orderId = ada.place(4, skus);
        ada.decided(orderId);

        List<HttpResponse<String>> answers = Concurrently.call(10, () -> ada.cancel(orderId));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(ada.stock(skus.getFirst())).isEqualTo(10);
    }

    @Test
    void rejectedOrderCannotBeCancelled() throws Exception {
        Shopper ada = Shopper.of(run);
        String orderId = ada.place(1, Goods.skus(1));
        ada.decided(orderId);

        assertThat(ada.cancel(orderId).statusCode()).isEqualTo(409);
        assertThat(ada.order(orderId)).containsEntry("status", "REJECTED");
    }

    @Test
    void ordersAreListedPageByPageNewestFirst() throws Exception {
        Shopper ada = Shopper.withoutProfile(run);
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.addFirst(ada.place(1, Goods.skus(1)));
        }

        List<String> listed = new ArrayList<>();
        String query = "/orders?limit=2";
        int pages = 0;
        for (String next = query; next != null; pages++) {
            Map<String, Object> page = Api.json(ada.api().get(next));
            listed.addAll(ManyUsers.texts(page, "orders", "orderId"));
            next = page.containsKey("cursor") ? query + "&cursor=" + page.get("cursor") : null;
        }

        assertThat(listed).containsExactlyElementsOf(placed);
        assertThat(pages).isBetween(3, 4);
    }

    @Test
    void cursorOfAnotherCallerReachesNothingOfTheirs() {
        Shopper ada = Shopper.withoutProfile(run);
        Shopper eve = Shopper.withoutProfile(run);
        ada.place(1, Goods.skus(1));
        ada.place(1, Goods.skus(1));
        String cursor = (String) Api.json(ada.api().get("/orders?limit=1")).get("cursor");

        HttpResponse<String> own = eve.api().get("/orders?limit=1&cursor=" + cursor);
        assertThat(own.statusCode()).isIn(200, 400);
        assertThat(ManyUsers.texts(Api.json(own), "orders", "orderId")).isEmpty();
        assertThat(eve.api()
                        .get("/orders?limit=1&cursor=" + cursor + "&userId=" + ada.userId())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void tamperedCursorIsRefused() {
        Shopper ada = Shopper.withoutProfile(run);
        ada.place(1, Goods.skus(1));
        ada.place(1, Goods.skus(1));
        String cursor = (String) Api.json(ada.api().get("/orders?limit=1")).get("cursor");
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        bytes[0]++;
        String otherForm = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThat(List.of(cursor + "A", cursor.substring(1), otherForm, "x", "%7B%7D", "A".repeat(4097)))
                .allSatisfy(tampered -> assertThat(
                                ada.api().get("/orders?cursor=" + tampered).statusCode())
                        .isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "status=PENDING", "cursor="})
    void faultyQueryOfAListIsRefused(String query) {
        assertThat(Shopper.withoutProfile(run).api().get("/orders?" + query).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{;                                                                      ``",
                "[];                                                                     ``",
                "{};                                                                     /lines",
                "{\"lines\":[]};                                                         /lines",
                "{\"lines\":{}};                                                         /lines",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":0}]};                           /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":10001}]};                       /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":1.5}]};                         /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":\"1\"}]};                       /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":1e400}]};                       /lines/0/quantity",
                "{\"lines\":[{\"sku\":\"\",\"quantity\":1}]};                            /lines/0/sku",
                "{\"lines\":[{\"sku\":\"-a\",\"quantity\":1}]};                          /lines/0/sku",
                "{\"lines\":[{\"sku\":\"a b\",\"quantity\":1}]};                         /lines/0/sku",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":1,\"unitPrice\":1}]};           /lines/0/unitPrice",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":1},{\"sku\":\"a\",\"quantity\":2}]}; /lines/1/sku",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":1}],\"userId\":\"eve\"};        /userId",
                "{\"lines\":[{\"sku\":\"a\",\"quantity\":1}],\"total\":1};               /total",
                "{\"lines\":[[[[[[[[[[[]]]]]]]]]]]};                                     /lines/0/0/0/0/0/0/0"
            })
    void faultyOrderIsRefusedWithAPointerToTheFault(String body, String pointer) {
        HttpResponse<String> refused = Shopper.withoutProfile(run).api().post("/orders", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ManyUsers.texts(Api.json(refused), "errors", "pointer")).contains(pointer);
    }

    @Test
    void orderOfTooManyLinesIsRefused() {
        Shopper ada = Shopper.withoutProfile(run);

        assertThat(ada.api().post("/orders", Goods.order(1, Goods.skus(51))).statusCode())
                .isEqualTo(400);
        ada.place(1, Goods.skus(50));
    }

    @Test
    void faultyOrderOfManyIsRefusedWithAPointerAndNoneIsPlaced() {
        Shopper ada = Shopper.withoutProfile(run);
        String right = Goods.order(1, List.of("a"));
        String keyed = "{\"idempotencyKey\":\"k\",\"lines\":[{\"sku\":\"a\",\"quantity\":1}]}";
        String badKey = keyed.replace("\"k\"", "\"n\u00e4h\"");

        assertFault(ada, Goods.orders(List.of(right, Goods.order(0, List.of("a")))), "/orders/1/lines/0/quantity");
        assertFault(ada, Goods.orders(List.of(keyed, right, keyed)), "/orders/2/idempotencyKey");
        assertFault(ada, Goods.orders(List.of(right, badKey)), "/orders/1/idempotencyKey");
        assertFault(ada, Goods.orders(101, List.of("a")), "/orders");
        assertFault(ada, "{\"orders\":[]}", "/orders");
        assertThat(ManyUsers.texts(Api.json(ada.api().get("/orders")), "orders", "orderId"))
                .isEmpty();
    }

    private static void assertFault(Shopper shopper, String body, String pointer) {
        HttpResponse<String> refused = shopper.api().post("/orders/batch", body);
        assertThat(refused.statusCode()).as(body).isEqualTo(400);
        assertThat(ManyUsers.texts(Api.json(refused), "errors", "pointer")).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"sku\":\"a\",\"name\":\"A\",\"available\":-1,\"unitPrice\":1,\"currency\":\"EUR\"};  /items/0/available",
                "{\"sku\":\"a\",\"name\":\"A\",\"available\":1000000001,\"unitPrice\":1,\"currency\":\"EUR\"}; /items/0/available",
                "{\"sku\":\"a\",\"name\":\"A\",\"available\":1,\"unitPrice\":8.95,\"currency\":\"EUR\"}; /items/0/unitPrice",
                "{\"sku\":\"a\",\"name\":\"A\",\"available\":1,\"unitPrice\":1,\"currency\":\"eur\"};   /items/0/currency",
                "{\"sku\":\"a\",\"name\":\" \",\"available\":1,\"unitPrice\":1,\"currency\":\"EUR\"};   /items/0/name",
                "{\"sku\":\"a/b\",\"name\":\"A\",\"available\":1,\"unitPrice\":1,\"currency\":\"EUR\"}; /items/0/sku",
                "{\"sku\":\"a\",\"available\":1,\"unitPrice\":1,\"currency\":\"EUR\"};                  /items/0/name"
            })
    void faultyItemOfInventoryIsRefusedWithAPointerToTheFault(String item, String pointer) {
        HttpResponse<String> refused = FirstUse.administrator(run).put("/inventory", "{\"items\":[" + item + "]}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ManyUsers.texts(Api.json(refused), "errors", "pointer")).contains(pointer);
    }

    @Test
    void productGivenTwiceIsRefused() {
        Shopper ada = Shopper.withoutProfile(run);
        String item = Goods.item("a", 1, "EUR");

        HttpResponse<String> stored = ada.admin().put("/inventory", "{\"items\":[" + item + "," + item + "]}");
        HttpResponse<String> asked = ada.api().post("/inventory/batch-get", Goods.asked(List.of("a", "b", "a")));

        assertThat(stored.statusCode()).isEqualTo(400);
        assertThat(ManyUsers.texts(Api.json(stored), "errors", "pointer")).containsExactly("/items/1/sku");
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(ManyUsers.texts(Api.json(asked), "errors", "pointer")).containsExactly("/skus/2");
    }

    @Test
    void inventoryOfAThousandIsStoredAndReadByFiveHundred() {
        Shopper ada = Shopper.withoutProfile(run);
        List<String> skus = ada.stocked(7, 1_000);

        Map<String, Object> read =
                Api.json(ada.api().post("/inventory/batch-get", Goods.asked(skus.subList(500, 1_000))));

        assertThat(ManyUsers.texts(read, "items", "sku")).containsExactlyElementsOf(skus.subList(500, 1_000));
        assertThat(ManyUsers.texts(read, "items", "available")).containsOnly("7");
        assertThat(ManyUsers.texts(read, "missing")).isEmpty();
    }

    @Test
    void unknownProductsOfInventoryAreMissing() {
        Shopper ada = Shopper.withoutProfile(run);
        String known = ada.stocked(7, 1).getFirst();

        Map<String, Object> read =
                Api.json(ada.api().post("/inventory/batch-get", Goods.asked(List.of("nothing", known))));

        assertThat(ManyUsers.texts(read, "items", "sku")).containsExactly(known);
        assertThat(ManyUsers.texts(read, "missing")).containsExactly("nothing");
    }

    @Test
    void publicProductHasNameAndPriceAndMayBeKept() {
        String sku = Shopper.withoutProfile(run).stocked(7, 1).getFirst();
        Api anonymous = Api.at(run.url());

        HttpResponse<String> product = anonymous.get("/products/" + sku);
        HttpResponse<String> unchanged =
                anonymous.with("If-None-Match", Api.etag(product)).get("/products/" + sku);

        assertThat(Api.json(product)).containsOnlyKeys("sku", "name", "unitPrice", "currency");
        assertThat(Api.json(product)).containsEntry("unitPrice", Goods.PRICE);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/products/nothing", "/products/a%20b", "/products/-", "/products/a%2Fb"})
    void whatIsNoProductIsNotFound(String path) {
        assertThat(Api.at(run.url()).get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "a_b", "a%2Fb", "%23", "ORDER%23a", "a%20"})
    void whatIsNoOrderIsNotFound(String orderId) {
        Shopper ada = Shopper.withoutProfile(run);
        String order = "/orders/" + orderId;

        assertThat(List.of(ada.api().get(order), ada.api().get(order + "/details"), ada.cancel(orderId)))
                .extracting(HttpResponse::statusCode)
                .containsOnly(404);
    }

    @Test
    void otherThanJsonAndTooMuchIsRefused() {
        Api api = Shopper.withoutProfile(run).api();
        HttpResponse<String> text = api.send(api.request("/orders")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(Goods.order(1, List.of("a")))));

        assertThat(text.statusCode()).isEqualTo(415);
        assertThat(api.post("/orders", " ".repeat((1 << 20) + 1)).statusCode()).isEqualTo(413);
    }
}
