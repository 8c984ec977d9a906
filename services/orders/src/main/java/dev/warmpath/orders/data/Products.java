package dev.warmpath.orders.data;

import dev.warmpath.cache.Loaded;
import dev.warmpath.deadline.Deadline;
import java.util.Collection;

/** The catalogue, as workers and routes read it. */
@FunctionalInterface
public interface Products {
    /** The products that have these SKUs; some may be as old as caches let them become. */
    Loaded<Product> findAll(Collection<String> skus, Deadline deadline);
}
