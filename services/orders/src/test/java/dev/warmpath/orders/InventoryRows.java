package dev.warmpath.orders;

import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Stock;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts products and stocks into a table as they are there. */
record InventoryRows(OrdersTable table) {
    void put(String sku, String name, long price, long available) {
        putProduct(sku, name, price, 1);
        putStock(sku, available);
    }

    void putProduct(String sku, String name, long price, long version) {
        table.put(new Product(sku, name, new Money(price, "EUR"), version).row());
    }

    void putStock(String sku, long available) {
        Map<String, AttributeValue> row = new HashMap<>(Stock.key(sku));
        row.put("available", AttributeValue.fromN(Long.toString(available)));
        row.put("version", AttributeValue.fromN("1"));
        table.put(row);
    }
}
