package dev.warmpath.orders.products;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.Table;
import dev.warmpath.cache.Loaded;
import dev.warmpath.cache.Source;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.function.TableSource;
import dev.warmpath.orders.data.Product;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The catalogue in the orders table. */
public final class ProductTable implements Source<Product> {
    private static final int REQUESTS_AT_ONCE = 10;

    private final DynamoDbClient client;
    private final String tableName;

    public ProductTable(DynamoDbClient client, String tableName) {
        this.client = client;
        this.tableName = tableName;
    }

    /** The same, read in batches. */
    TableSource<Product> inBatches() {
        Table table = new Table(tableName, List.of("pk", "sk"));
        return new TableSource<>(new BatchGet(client, table, REQUESTS_AT_ONCE), new ProductRows());
    }

    /** Reads products one by one, as of a moment ago. The client's own timeouts bound each read. */
    @Override
    public Loaded<Product> load(Collection<String> skus, Deadline deadline) {
        Map<String, Product> found = new HashMap<>();
        skus.forEach(sku -> find(sku, false).ifPresent(product -> found.put(sku, product)));
        return new Loaded<>(found, Set.of());
    }

    @Override
    public long version(Product product) {
        return product.version();
    }

    /** The product as the table has it now. */
    Optional<Product> findLatest(String sku) {
        return find(sku, true);
    }

    private Optional<Product> find(String sku, boolean consistent) {
        var answer = client.getItem(
                get -> get.tableName(tableName).key(Product.key(sku)).consistentRead(consistent));
        return answer.hasItem() ? Optional.of(Product.of(answer.item())) : Optional.empty();
    }
}
