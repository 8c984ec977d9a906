package dev.warmpath.orders.projection;

import dev.warmpath.events.StreamRecord;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.products.SharedProducts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
        return isProduct(record.keys())
                ? record.newImage()
                        .<ProductChange>map(row -> new Changed(Product.of(row)))
                        .or(() -> record.oldImage().map(row -> new Removed(Product.of(row))))
                : Optional.empty();
    }

    private static boolean isProduct(Map<String, AttributeValue> keys) {
        return keys.get("sk").s().equals(Product.key("").get("sk").s());
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
