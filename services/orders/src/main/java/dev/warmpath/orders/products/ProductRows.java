package dev.warmpath.orders.products;

import dev.warmpath.function.Rows;
import dev.warmpath.orders.data.Product;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Products in the orders table, by SKU. */
final class ProductRows implements Rows<Product> {
    @Override
    public Map<String, AttributeValue> key(String sku) {
        return Product.key(sku);
    }

    @Override
    public Product value(Map<String, AttributeValue> row) {
        return Product.of(row);
    }

    @Override
    public String id(Product product) {
        return product.sku();
    }

    @Override
    public long version(Product product) {
        return product.version();
    }
}
