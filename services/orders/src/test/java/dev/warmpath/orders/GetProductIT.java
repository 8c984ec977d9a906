package dev.warmpath.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.orders.products.CachedProduct;
import dev.warmpath.orders.products.Freshness;
import dev.warmpath.orders.products.ProductCaches;
import dev.warmpath.orders.products.ProductTable;
import dev.warmpath.testing.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Timeout(60)
@ExtendWith(OrdersTable.OnRealEngine.class)
class GetProductIT {
    private static final Duration BOUND = Duration.ofMinutes(2);

    @TempDir
    private Path files;

    private OrdersTable table;
    private InventoryRows rows;
    private WatchedClient client;
    private GetProduct getProduct;

    @BeforeEach
    void wire(OrdersTable table) {
        this.table = table;
        rows = new InventoryRows(table);
        client = new WatchedClient(table.client());
        getProduct = started(client, table.name(), BOUND);
        rows.putProduct("A", "Tea", 250, 0x1f);
    }

    /** In a new environment, or one that is initialised anew. */
    private GetProduct started(DynamoDbClient client, String tableName, Duration bound) {
        ProductTable products = new ProductTable(client, tableName);
        CachedProduct product = new ProductCaches(products, Optional.empty(), () -> 0)
                .single(new Freshness(bound), files.resolve("products"));
        return new GetProduct(product);
    }

    @Test
    void thePublicReadsNameAndPriceAndMayKeepThem() throws IOException {
        Answer answer = get("A");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"sku\":\"A\",\"name\":\"Tea\",\"unitPrice\":250,\"currency\":\"EUR\"}");
        assertThat(answer.header("etag")).isEqualTo("\"1f\"");
        assertThat(answer.header("cache-control")).isEqualTo("public, max-age=60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1f\"", "W/\"1f\"", "\"a\", \"1f\"", "*"})
    void aKnownVersionAnswers304WithoutBody(String ifNoneMatch) throws IOException {
        Answer answer = ReadEvents.unsigned()
                .path("sku", "A")
                .header("if-none-match", ifNoneMatch)
                .to(getProduct);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("etag")).isEqualTo("\"1f\"");
        assertThat(answer.header("cache-control")).isEqualTo("public, max-age=60");
    }

    @Test
    void aMissingProductAnswers404ThatMayBeKeptShortly() throws IOException {
        Answer answer = get("B");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.header("cache-control")).isEqualTo("public, max-age=5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a/b", "a b", "\u00e4"})
    void whatIsNoSkuAnswers404AndIsNotRead(String sku) throws IOException {
        assertThat(get(sku).status()).isEqualTo(404);
        assertThat(client.calls()).isZero();
    }

    @Test
    void aRepeatedReadIsAnsweredFromMemoryUntilNoCacheIsAskedFor() throws IOException {
        get("A");
        rows.putProduct("A", "Green tea", 300, 0x20);

        assertThat(get("A").json()).containsEntry("name", "Tea");
        assertThat(client.calls()).isEqualTo(1);
        assertThat(getLatest("A").json()).containsEntry("name", "Green tea");
        assertThat(get("A").header("etag")).isEqualTo("\"20\"");
    }

    @Test
    void whatFilesKeptIsAnsweredAfterTheFunctionWasInitialisedAnew() throws IOException {
        get("A");
        client.forget();

        getProduct = started(client, table.name(), BOUND);

        assertThat(get("A").json()).containsEntry("name", "Tea");
        assertThat(client.calls()).isZero();
    }

    @Test
    void thatAProductIsMissingIsKeptInMemoryOnlyAndForgottenWhenNoCacheFindsIt() throws IOException {
        get("B");
        get("B");
        assertThat(client.calls()).isEqualTo(1);
        assertThat(files.resolve("products")).doesNotExist();

        rows.putProduct("B", "Milk", 90, 1);

        assertThat(get("B").status()).isEqualTo(404);
        assertThat(getLatest("B").status()).isEqualTo(200);
        assertThat(get("B").status()).isEqualTo(200);
    }

    @Test
    void aBoundOfZeroLetsNobodyKeepAnything() throws IOException {
        getProduct = started(client, table.name(), Duration.ZERO);

        assertThat(get("A").header("cache-control")).isEqualTo("public, no-cache");
        assertThat(get("B").header("cache-control")).isEqualTo("public, no-cache");
        get("A");
        assertThat(client.calls()).isEqualTo(3);
        assertThat(files.resolve("products")).doesNotExist();
    }

    @Test
    void aThrottledReadAnswers500ThatNobodyKeeps() throws IOException {
        client.before(request -> {
            throw WatchedClient.throttled();
        });

        Answer failed = get("A");
        client.before(request -> {});

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.headers()).doesNotContainKey("cache-control");
        assertThat(get("A").status()).isEqualTo(200);
    }

    @Test
    void primingTakesThePathsOfAMissingAndOfAFoundProduct() {
        getProduct.prime();

        assertThat(client.calls()).isPositive();
    }

    @Test
    void primingWithoutATableFails() {
        assertThatThrownBy(started(table.client(), "no-such-table", BOUND)::prime)
                .isInstanceOf(IllegalStateException.class);
    }

    private Answer get(String sku) throws IOException {
        return ReadEvents.unsigned().path("sku", sku).to(getProduct);
    }

    private Answer getLatest(String sku) throws IOException {
        return ReadEvents.unsigned()
                .path("sku", sku)
                .header("cache-control", "no-cache")
                .to(getProduct);
    }
}
