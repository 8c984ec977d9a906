package dev.warmpath.orders.catalogue;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.Table;
import dev.warmpath.cache.Loaded;
import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.function.TableSource;
import dev.warmpath.orders.data.InventoryItem;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Stock;
import dev.warmpath.orders.products.CachedProducts;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads products with their stock: names and prices by way of caches, stock always as it is now. */
public final class Shelf {
    private static final int REQUESTS_AT_ONCE = 10;

    /** A third of what the deadline leaves for the answer. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final CachedProducts products;
    private final TableSource<Stock> stocks;

    public Shelf(CachedProducts products, DynamoDbClient client, String tableName) {
        Table table = new Table(tableName, List.of("pk", "sk"));
        this.products = products;
        this.stocks = new TableSource<>(new BatchGet(client, table, REQUESTS_AT_ONCE), new StockRows());
    }

    public Loaded<InventoryItem> findAll(Collection<String> skus, Deadline deadline) {
        return withStock(skus, () -> products.findAll(skus, deadline), deadline);
    }

    /** The same with names and prices as the table has them now. */
    public Loaded<InventoryItem> findAllLatest(Collection<String> skus, Deadline deadline) {
        return withStock(skus, () -> products.findAllLatest(skus, deadline), deadline);
    }

    private Loaded<InventoryItem> withStock(
            Collection<String> skus, Callable<Loaded<Product>> read, Deadline deadline) {
        // Both keep to the deadline and tell what they have not read by then.
        return FanOut.both(deadline.extendedBy(GRACE), read, () -> stocks.loadLatest(skus, deadline), Shelf::together);
    }

    private static Loaded<InventoryItem> together(Loaded<Product> products, Loaded<Stock> stocks) {
        Map<String, InventoryItem> found = new HashMap<>();
        Set<String> unread = new HashSet<>(products.unread());
        products.found().forEach((sku, product) -> {
            if (stocks.unread().contains(sku)) {
                unread.add(sku);
            } else {
                found.put(
                        sku, new InventoryItem(product, available(stocks.found().get(sku))));
            }
        });
        return new Loaded<>(found, unread);
    }

    /** Orders are refused what has no stock. */
    private static long available(Stock stock) {
        return stock == null ? 0 : stock.available();
    }
}
