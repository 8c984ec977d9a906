package dev.warmpath.orders.products;

import dev.warmpath.function.CacheLevels;
import dev.warmpath.orders.data.Product;

/** Makes the levels in which products are cached. */
final class ProductCaches {
    static final CacheLevels<Product> LEVELS = new CacheLevels<>("products", new ProductCodec());

    private ProductCaches() {}
}
