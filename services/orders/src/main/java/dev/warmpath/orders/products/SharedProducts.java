package dev.warmpath.orders.products;

import dev.warmpath.cache.Entry;
import dev.warmpath.cache.Level;
import dev.warmpath.orders.data.Product;
import dev.warmpath.snapstart.SnapStart;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The products that all environments share, for who hears of changes: with them in it, no environment answers what was there
 * before for longer than its own levels do. In any order of the changes, the one of the greatest version stays.
 *
 * @param level does nothing where nothing is shared; never fails
 */
public record SharedProducts(Optional<Level<Product>> level) {
    /** No product can have this SKU. */
    private static final String NO_SKU = "/priming";

    /**
     * As the function's variables state it: see {@link dev.warmpath.function.CacheLevels#shared()}.
     *
     * @throws IllegalStateException if a variable is missing or faulty
     */
    public static SharedProducts fromEnvironment() {
        Optional<Level<Product>> level = ProductCaches.sharedByEnvironment();
        level.ifPresent(shared -> SnapStart.afterRestore(shared::clear));
        return new SharedProducts(level);
    }

    /** Warms a write, in a way that no caller can notice: unprimed, the first would take longer than the level may. */
    public void prime() {
        removed(NO_SKU, 1);
    }

    public void changed(Collection<Product> products) {
        Map<String, Entry<Product>> entries = new HashMap<>();
        products.forEach(
                product -> entries.merge(product.sku(), Entry.of(product.version(), product), SharedProducts::newer));
        put(entries);
    }

    private static Entry<Product> newer(Entry<Product> one, Entry<Product> other) {
        return other.isNewerThan(one) ? other : one;
    }

    /** @param version above that of the product */
    public void removed(String sku, long version) {
        put(Map.of(sku, Entry.tombstone(version)));
    }

    private void put(Map<String, Entry<Product>> entries) {
        level.ifPresent(shared -> shared.putAll(entries, Duration.ZERO));
    }
}
