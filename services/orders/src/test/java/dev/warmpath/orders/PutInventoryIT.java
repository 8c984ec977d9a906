package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.http.Caller;
import dev.warmpath.http.Request;
import dev.warmpath.items.Versions;
import dev.warmpath.json.Json;
import dev.warmpath.orders.catalogue.Inventory;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Stock;
import dev.warmpath.testing.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

@Timeout(60)
@ExtendWith(OrdersTable.OnRealEngine.class)
class PutInventoryIT {
    private static final String ADMIN_SCOPE = "orders:read orders:write admin";

    private final Versions versions = new Versions(Clock.systemUTC(), new SecureRandom());
    private OrdersTable table;
    private WatchedClient client;
    private PutInventory putInventory;

    @BeforeEach
    void wire(OrdersTable table) {
        this.table = table;
        client = new WatchedClient(table.client());
        putInventory = new PutInventory(new Inventory(client, table.name(), versions));
    }

    @Test
    void productsAndStocksAreStored() throws IOException {
        Answer answer = put("{\"items\":[" + "{\"sku\":\"A-1\",\"name\":\" Tea \",\"available\":7,\"unitPrice\":250,"
                + "\"currency\":\"EUR\"}," + item("B_2", 0) + "]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"stored\":2,\"failed\":[]}");
        Product tea = product("A-1");
        assertThat(tea.name()).isEqualTo("Tea");
        assertThat(tea.price().amount()).isEqualTo(250);
        assertThat(tea.price().currency()).isEqualTo("EUR");
        assertThat(stock("A-1")).isEqualTo(new Stock("A-1", 7, 1));
        assertThat(table.available("B_2")).isZero();
    }

    @Test
    void aThousandItemsTakeTenReadsAThousandUpdatesAndFortyWrites() throws IOException {
        Answer answer = put(items(
                IntStream.range(0, 1_000).mapToObj(i -> item("SKU-" + i, i)).toArray(String[]::new)));

        assertThat(answer.json()).containsEntry("stored", 1_000);
        assertThat(client.count(BatchGetItemRequest.class)).isEqualTo(10);
        assertThat(client.count(UpdateItemRequest.class)).isEqualTo(1_000);
        assertThat(client.count(BatchWriteItemRequest.class)).isEqualTo(40);
        assertThat(table.available("SKU-999")).isEqualTo(999);
    }

    @Test
    void stockIsReadConsistently() throws IOException {
        put(items(item("A", 7)));

        assertThat(client.requests(BatchGetItemRequest.class))
                .allSatisfy(
                        read -> assertThat(read.requestItems().get(table.name()).consistentRead())
                                .isTrue());
    }

    @Test
    void whatIsThereIsReplacedWithGreaterVersions() throws IOException {
        put(items(item("A", 7)));
        Product before = product("A");
        take("A", 3);

        put(items(item("A", 20)));

        assertThat(stock("A")).isEqualTo(new Stock("A", 20, 3));
        assertThat(product("A").version()).isGreaterThan(before.version());
    }

    @Test
    void anOrderThatTakesMeanwhileMakesTheStockTakeStartFromWhatItLeft() throws IOException {
        put(items(item("A", 7)));
        client.forget();
        once(UpdateItemRequest.class, () -> take("A", 3));

        Answer answer = put(items(item("A", 20)));

        assertThat(answer.json()).containsEntry("stored", 1);
        assertThat(stock("A")).isEqualTo(new Stock("A", 20, 3));
        assertThat(client.count(BatchGetItemRequest.class)).isEqualTo(1);
        assertThat(client.count(UpdateItemRequest.class)).isEqualTo(2);
    }

    @Test
    void aStockThatIsCreatedMeanwhileIsCountedAnew() throws IOException {
        once(UpdateItemRequest.class, () -> table.put(row("A", 5, 9)));

        put(items(item("A", 20)));

        assertThat(stock("A")).isEqualTo(new Stock("A", 20, 10));
    }

    @Test
    void aStockTakeWhoseAnswerWasLostUndoesNoOrderThatCameAfterIt() throws IOException {
        put(items(item("A", 7)));
        AtomicBoolean lost = new AtomicBoolean();
        client.after(request -> {
            if (request instanceof UpdateItemRequest && lost.compareAndSet(false, true)) {
                take("A", 3);
                throw ApiCallTimeoutException.create(1);
            }
        });

        Answer answer = put(items(item("A", 20)));

        assertThat(answer.json()).containsEntry("stored", 1);
        assertThat(table.available("A")).isEqualTo(17);
    }

    @Test
    void aLaterStockTakeIsNotUndoneByOneThatIsOvertaken() throws IOException {
        PutInventory other = new PutInventory(new Inventory(table.client(), table.name(), versions));
        once(UpdateItemRequest.class, () -> putBy(other, items(item("A", 50))));

        Answer answer = put(items(item("A", 20)));

        assertThat(answer.json()).containsEntry("stored", 1);
        assertThat(table.available("A")).isEqualTo(50);
    }

    @Test
    void throttlingAndConflictsWithOrdersAreWaitedFor() throws IOException {
        AtomicBoolean throttled = new AtomicBoolean();
        AtomicBoolean conflicted = new AtomicBoolean();
        client.before(request -> {
            if (request instanceof BatchWriteItemRequest && throttled.compareAndSet(false, true)) {
                throw WatchedClient.throttled();
            }
            if (request instanceof UpdateItemRequest && conflicted.compareAndSet(false, true)) {
                throw TransactionConflictException.builder().statusCode(400).build();
            }
        });

        Answer answer = put(items(item("A", 20), item("B", 30)));

        assertThat(answer.json()).containsEntry("stored", 2);
        assertThat(table.available("A") + table.available("B")).isEqualTo(50);
    }

    @Test
    void whatIsNotWhollyStoredInTimeFailsAndTheRestDoesNot() {
        client.hold(item -> "SKU#B".equals(item.get("pk").s()) && item.containsKey("unitPrice"));
        client.before(request -> {
            if (request instanceof UpdateItemRequest update && update.key().equals(Stock.key("C"))) {
                throw WatchedClient.throttled();
            }
        });

        String answer = putInventory
                .respond(request(items(item("A", 1), item("B", 2), item("C", 3)), Deadline.in(Duration.ofSeconds(1))))
                .body();

        String detail = "\"detail\":\"There was not enough time to store all of this product; it may be put again.\"}";
        assertThat(answer)
                .isEqualTo("{\"stored\":1,\"failed\":[{\"index\":1,\"sku\":\"B\"," + detail
                        + ",{\"index\":2,\"sku\":\"C\"," + detail + "]}");
        assertThat(table.available("A")).isEqualTo(1);
        assertThat(product("A").name()).isEqualTo("Name");
    }

    @Test
    void withoutTimeEverythingFails() {
        String answer = putInventory
                .respond(request(items(item("A", 1)), Deadline.in(Duration.ZERO)))
                .body();

        assertThat(answer).contains("\"stored\":0", "\"sku\":\"A\"");
        assertThat(client.calls()).isZero();
    }

    @Test
    void aFailureThatDoesNotPassAnswers500() throws IOException {
        PutInventory broken = new PutInventory(new Inventory(table.client(), "no-such-table", versions));

        Answer answer = putBy(broken, items(item("A", 1)));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("no-such-table");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sku; \"\"",
                "sku; \"-a\"",
                "sku; \"a/b\"",
                "sku; 7",
                "name; \" \"",
                "name; \"a\\u0000\"",
                "available; -1",
                "available; 1000000001",
                "available; 1.5",
                "available; \"1\"",
                "unitPrice; -1",
                "unitPrice; 1000000001",
                "currency; \"eur\"",
                "currency; \"EURO\"",
                "currency; null",
                "more; 1"
            })
    void aFaultyFieldAnswers400WithItsPointer(String field, String value) throws IOException {
        Map<String, Object> item = fields("A", 1);
        item.put(field, "VALUE");
        String body = items(Json.write(item)).replace("\"VALUE\"", value);

        Answer answer = put(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/items/0/" + field);
        assertThat(client.calls()).isZero();
    }

    @Test
    void missingFieldsAndSkusThatAreGivenTwiceAreFaults() throws IOException {
        Answer answer = put(items(item("A", 1), "{}", item("A", 2), "7"));

        assertThat(answer.pointers())
                .containsExactly(
                        "/items/1/sku",
                        "/items/1/name",
                        "/items/1/available",
                        "/items/1/unitPrice",
                        "/items/1/currency",
                        "/items/2/sku",
                        "/items/3");
    }

    @Test
    void theNumberOfItemsIsFromOneToAThousand() throws IOException {
        String[] tooMany =
                IntStream.range(0, 1_001).mapToObj(i -> item("SKU-" + i, i)).toArray(String[]::new);

        assertThat(put(items()).pointers()).containsExactly("/items");
        assertThat(put(items(tooMany)).pointers()).containsExactly("/items");
    }

    @Test
    void anybodyButAnAdministratorIsRefusedWhateverTheBody() throws IOException {
        Answer answer =
                ReadEvents.by("ada", "orders:read orders:write").body("{").to(putInventory);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(client.calls()).isZero();
    }

    @Test
    void primingReachesTheTableAndStoresNothing() {
        putInventory.prime();

        assertThat(client.calls()).isPositive();
        assertThat(table.client().scan(scan -> scan.tableName(table.name())).count())
                .isZero();
    }

    @Test
    void primingWithoutATableFails() {
        PutInventory broken = new PutInventory(new Inventory(table.client(), "no-such-table", versions));

        assertThatThrownBy(broken::prime).isInstanceOf(ResourceNotFoundException.class);
    }

    private void once(Class<? extends DynamoDbRequest> kind, Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        client.before(request -> {
            if (kind.isInstance(request) && done.compareAndSet(false, true)) {
                action.run();
            }
        });
    }

    private void take(String sku, int quantity) {
        TransactWriteItem taken = TransactWriteItem.builder()
                .update(Stock.take(table.name(), OrderLine.of(sku, quantity)))
                .build();
        table.client().transactWriteItems(transaction -> transaction.transactItems(taken));
    }

    private Stock stock(String sku) {
        return Stock.of(table.row(Stock.key(sku)).orElseThrow());
    }

    private Product product(String sku) {
        return Product.of(table.row(Product.key(sku)).orElseThrow());
    }

    private Map<String, AttributeValue> row(String sku, long available, long version) {
        Map<String, AttributeValue> row = new HashMap<>(Stock.key(sku));
        row.put("available", AttributeValue.fromN(Long.toString(available)));
        row.put("version", AttributeValue.fromN(Long.toString(version)));
        return row;
    }

    private Answer put(String body) throws IOException {
        return ReadEvents.by("root", ADMIN_SCOPE).body(body).to(putInventory);
    }

    private static Answer putBy(PutInventory handler, String body) {
        try {
            return ReadEvents.by("root", ADMIN_SCOPE).body(body).to(handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Request request(String body, Deadline deadline) {
        return new Request(
                "PUT",
                "PUT /inventory",
                "/inventory",
                Map.of(),
                Map.of(),
                Map.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.of(new Caller("root", Set.of("admin"))),
                deadline);
    }

    private static String items(String... items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    private static String item(String sku, long available) {
        return Json.write(fields(sku, available));
    }

    private static Map<String, Object> fields(String sku, long available) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("sku", sku);
        fields.put("name", "Name");
        fields.put("available", available);
        fields.put("unitPrice", 100);
        fields.put("currency", "EUR");
        return fields;
    }
}
