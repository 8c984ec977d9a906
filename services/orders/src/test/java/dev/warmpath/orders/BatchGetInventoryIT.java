package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.http.Caller;
import dev.warmpath.http.Request;
import dev.warmpath.json.Json;
import dev.warmpath.orders.catalogue.Shelf;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Stock;
import dev.warmpath.orders.products.ProductCaches;
import dev.warmpath.orders.products.ProductTable;
import dev.warmpath.testing.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;

@Timeout(60)
@ExtendWith(OrdersTable.OnRealEngine.class)
class BatchGetInventoryIT {
    private static final String SCOPE = "orders:read";
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

    private OrdersTable table;
    private InventoryRows rows;
    private WatchedClient client;
    private BatchGetInventory batchGetInventory;

    @BeforeEach
    void wire(OrdersTable table) {
        this.table = table;
        rows = new InventoryRows(table);
        client = new WatchedClient(table.client());
        batchGetInventory = over(client, table.name());
    }

    private static BatchGetInventory over(DynamoDbClient client, String tableName) {
        ProductCaches caches = new ProductCaches(new ProductTable(client, tableName), Optional.empty(), () -> 0);
        return new BatchGetInventory(new Shelf(caches.many(TIME_TO_LIVE), client, tableName));
    }

    @Test
    void foundAndMissingAreAnsweredInTheOrderOfTheRequest() throws IOException {
        rows.put("A", "Tea", 250, 7);
        rows.put("B", "Milk", 90, 0);

        Answer answer = post(skus("Z", "B", "A"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"items\":["
                        + "{\"sku\":\"B\",\"name\":\"Milk\",\"available\":0,\"unitPrice\":90,\"currency\":\"EUR\"},"
                        + "{\"sku\":\"A\",\"name\":\"Tea\",\"available\":7,\"unitPrice\":250,\"currency\":\"EUR\"}],"
                        + "\"missing\":[\"Z\"]}");
    }

    @Test
    void aProductWithoutStockIsNotAvailableAndAStockWithoutProductIsMissing() throws IOException {
        rows.putProduct("A", "Tea", 250, 1);
        rows.putStock("B", 7);

        Answer answer = post(skus("A", "B"));

        assertThat(items(answer))
                .hasSize(1)
                .first()
                .satisfies(item -> assertThat(item).containsEntry("available", 0));
        assertThat(answer.json()).containsEntry("missing", List.of("B"));
    }

    @Test
    void stockIsReadEachTimeAndNamesAndPricesFromTheCache() throws IOException {
        rows.put("A", "Tea", 250, 7);
        post(skus("A"));
        rows.putProduct("A", "Green tea", 300, 2);
        rows.putStock("A", 6);

        Map<String, Object> item = items(post(skus("A"))).getFirst();

        assertThat(item).containsEntry("available", 6).containsEntry("name", "Tea");
    }

    @Test
    void noCacheReadsNamesAndPricesFromTheTableAndKeepsThem() throws IOException {
        rows.put("A", "Tea", 250, 7);
        post(skus("A"));
        rows.putProduct("A", "Green tea", 300, 2);

        Answer past = ReadEvents.by("ada", SCOPE)
                .header("cache-control", "no-cache")
                .body(skus("A"))
                .to(batchGetInventory);

        assertThat(items(past).getFirst()).containsEntry("unitPrice", 300);
        assertThat(items(post(skus("A"))).getFirst()).containsEntry("unitPrice", 300);
    }

    @Test
    void aProductIsFoundRightAfterItWasMissed() throws IOException {
        post(skus("A"));
        rows.put("A", "Tea", 250, 7);

        assertThat(items(post(skus("A")))).hasSize(1);
    }

    @Test
    void fiveHundredProductsTakeFiveReadsOfEachKindAndThenFiveOfStock() throws IOException {
        String[] skus = IntStream.range(0, 500).mapToObj(i -> "SKU-" + i).toArray(String[]::new);
        rows.putAll(List.of(skus), "Tea", 250, 7);

        assertThat(items(post(skus(skus)))).hasSize(500);
        assertThat(client.count(BatchGetItemRequest.class)).isEqualTo(10);
        client.forget();
        assertThat(items(post(skus(skus)))).hasSize(500);
        assertThat(client.count(BatchGetItemRequest.class)).isEqualTo(5);
        assertThat(client.requests(BatchGetItemRequest.class))
                .allSatisfy(
                        read -> assertThat(read.requestItems().get(table.name()).consistentRead())
                                .isTrue());
    }

    @Test
    void keysThatAreLeftUnprocessedAndThrottledRequestsAreSentAgain() throws IOException {
        rows.put("A", "Tea", 250, 7);
        AtomicInteger requests = new AtomicInteger();
        client.before(request -> {
            int number = requests.incrementAndGet();
            client.hold(key -> number <= 4);
            if (number == 2) {
                throw WatchedClient.throttled();
            }
        });

        assertThat(items(post(skus("A")))).hasSize(1);
        assertThat(requests.get()).isGreaterThan(2);
    }

    @Test
    void whatIsUnreadWhenTheTimeIsOverIsNotCalledMissing() throws IOException {
        rows.put("A", "Tea", 250, 7);
        rows.put("B", "Milk", 90, 3);
        rows.put("C", "Salt", 40, 1);
        client.hold(key -> key.equals(Stock.key("A")) || key.equals(Product.key("C")));

        Answer answer = respond(skus("Z", "C", "B", "A"), Deadline.in(Duration.ofSeconds(1)));

        assertThat(answer.json())
                .containsOnlyKeys("items", "missing", "unprocessed")
                .containsEntry("missing", List.of("Z"))
                .containsEntry("unprocessed", List.of("C", "A"));
        assertThat(items(answer)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; /skus",
                "{\"skus\":[]}; /skus",
                "{\"skus\":\"A\"}; /skus",
                "{\"skus\":[\"A\",7,null,\"a/b\",\"\",\"A\"]}; /skus/1 /skus/2 /skus/3 /skus/4 /skus/5",
                "{\"skus\":[\"A\"],\"more\":1}; /more"
            })
    void aFaultyBodyAnswers400WithThePointersOfItsFaults(String body, String pointers) throws IOException {
        Answer answer = post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(String.join(" ", answer.pointers())).isEqualTo(pointers);
        assertThat(client.calls()).isZero();
    }

    @Test
    void moreThan500SkusAnswer400() throws IOException {
        String[] tooMany = IntStream.range(0, 501).mapToObj(i -> "SKU-" + i).toArray(String[]::new);

        assertThat(post(skus(tooMany)).pointers()).containsExactly("/skus");
    }

    @Test
    void nobodySignedInAnswers401() throws IOException {
        assertThat(ReadEvents.unsigned().body(skus("A")).to(batchGetInventory).status())
                .isEqualTo(401);
    }

    @Test
    void primingTakesThePathsOfAMissingAndOfAFoundProduct() {
        batchGetInventory.prime();

        assertThat(client.count(BatchGetItemRequest.class))
                .isEqualTo(client.calls())
                .isPositive();
    }

    @Test
    void primingWithoutATableFails() {
        assertThatThrownBy(over(table.client(), "no-such-table")::prime).isInstanceOf(IllegalStateException.class);
    }

    private Answer post(String body) throws IOException {
        return ReadEvents.by("ada", SCOPE).body(body).to(batchGetInventory);
    }

    private Answer respond(String body, Deadline deadline) {
        Request request = new Request(
                "POST",
                "POST /inventory/batch-get",
                "/inventory/batch-get",
                Map.of(),
                Map.of(),
                Map.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.of(new Caller("ada", Set.of(SCOPE))),
                deadline);
        return new Answer(200, Map.of(), batchGetInventory.respond(request).body());
    }

    private static String skus(String... skus) {
        return Json.write(Map.of("skus", List.of(skus)));
    }

    private static List<Map<String, Object>> items(Answer answer) {
        return ((List<?>) answer.json().get("items")).stream().map(Json::fields).toList();
    }
}
