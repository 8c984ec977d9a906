package dev.warmpath.orders.products;

import dev.warmpath.cache.Cache;
import dev.warmpath.cache.Loaded;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.function.TableSource;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Products;
import java.util.Collection;

/** Reads many products by way of a cache, and of the table only those that no level has, in batches. */
public record CachedProducts(TableSource<Product> table, Cache<Product> cache) implements Products {
    @Override
    public Loaded<Product> findAll(Collection<String> skus, Deadline deadline) {
        return cache.getAll(skus, deadline);
    }

    /** The products as the table has them now. */
    public Loaded<Product> findAllLatest(Collection<String> skus, Deadline deadline) {
        Loaded<Product> latest = table.loadLatest(skus, deadline);
        cache.putAll(latest.found());
        return latest;
    }
}
