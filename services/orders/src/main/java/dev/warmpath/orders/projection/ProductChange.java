package dev.warmpath.orders.projection;

import dev.warmpath.events.StreamRecord;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.products.SharedProducts;
import java.util.List;
import java.util.Optional;

/** What became of a product of the catalogue. */
sealed interface ProductChange {
    /** Makes it known to all environments, where they share products. */
    void in(SharedProducts products);

    /**
     * Empty for whatever else an item may be.
     *
     * @throws RuntimeException if it is a product, but not as this version knows them
     */
    static Optional<ProductChange> of(StreamRecord record) {
        return isProduct(record) ? ofProduct(record) : Optional.empty();
    }

    private static boolean isProduct(StreamRecord record) {
        return record.keys().get("sk").equals(Product.key("any").get("sk"));
    }

    private static Optional<ProductChange> ofProduct(StreamRecord record) {
        Optional<ProductChange> changed = record.newImage().map(row -> new Changed(Product.of(row)));
        return changed.or(() -> record.oldImage().map(row -> new Removed(Product.of(row))));
    }

    /** It is new, or has another name or price. */
    record Changed(Product product) implements ProductChange {
        @Override
        public void in(SharedProducts products) {
            products.changed(List.of(product));
        }
    }

    /** It is in the catalogue no more. */
    record Removed(Product last) implements ProductChange {
        @Override
        public void in(SharedProducts products) {
            products.removed(last.sku(), last.version() + 1);
        }
    }
}
