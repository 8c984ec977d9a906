package dev.warmpath.orders.catalogue;

import dev.warmpath.batch.BatchWrite;
import dev.warmpath.batch.Table;
import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.items.Versions;
import dev.warmpath.orders.data.Product;
import dev.warmpath.telemetry.Telemetry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes what administrators state of products. */
public final class Inventory {
    private static final int REQUESTS_AT_ONCE = 10;

    /** A third of what the deadline leaves for the answer. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final StockTakes stocks;
    private final BatchWrite products;
    private final Versions versions;

    public Inventory(DynamoDbClient client, String tableName, Versions versions) {
        this.stocks = new StockTakes(client, tableName, versions);
        this.products = new BatchWrite(client, new Table(tableName, List.of("pk", "sk")), REQUESTS_AT_ONCE);
        this.versions = versions;
    }

    /**
     * Stores products and stocks, at the same time, so that a stock that cannot be written holds up no product.
     *
     * <p>Products are replaced without a look at what is there: of two requests that are under way at the same time, the table
     * keeps what reaches it last. Caches keep what has the greater version, so that what they tell and the table differ at most
     * until they read it anew.
     *
     * @param items of distinct SKUs
     * @return SKUs of those that are not known to be wholly stored when the time is over; storing them again does no harm
     */
    public Set<String> store(Collection<CountedItem> items, Deadline deadline) {
        // Both keep to the deadline and tell what they have not written by then.
        return FanOut.both(
                deadline.extendedBy(GRACE),
                () -> Telemetry.tracer().trace("stock-takes", () -> stocks.make(items, deadline)),
                () -> Telemetry.tracer().trace("products", () -> replaceProducts(items, deadline)),
                Inventory::either);
    }

    private static Set<String> either(Set<String> one, Set<String> other) {
        Set<String> skus = new HashSet<>(one);
        skus.addAll(other);
        return skus;
    }

    private Set<String> replaceProducts(Collection<CountedItem> items, Deadline deadline) {
        return products.write(items.stream().map(this::put).toList(), deadline).stream()
                .map(left -> Product.of(left.putRequest().item()).sku())
                .collect(Collectors.toSet());
    }

    private WriteRequest put(CountedItem item) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(item.product(versions.next(0)).row()))
                .build();
    }

    /**
     * Reaches the table with writes that it refuses: for priming.
     *
     * @throws DynamoDbException if it fails for another reason, such as a table that does not exist
     */
    public void sendRefusedWrites() {
        stocks.sendRefusedUpdate();
        products.sendRefusedPut();
    }
}
