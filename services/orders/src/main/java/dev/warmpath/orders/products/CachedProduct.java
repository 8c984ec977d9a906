package dev.warmpath.orders.products;

import dev.warmpath.cache.Cache;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.Product;
import java.util.Optional;

/**
 * Reads products one at a time by way of a cache.
 *
 * @param freshness that the cache keeps to, and the caller of this has to
 */
public record CachedProduct(ProductTable table, Cache<Product> cache, Freshness freshness) {
    /** The product as of a while ago. */
    public Optional<Product> find(String sku, Deadline deadline) {
        return cache.get(sku, deadline);
    }

    /** The product as the table has it now. */
    public Optional<Product> findLatest(String sku) {
        return cache.getLatest(sku, () -> table.findLatest(sku));
    }
}
