package dev.warmpath.orders;

import dev.warmpath.batch.BatchWrite;
import dev.warmpath.batch.Table;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Stock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts products and stocks into a table as they are there. */
record InventoryRows(OrdersTable table) {
    void put(String sku, String name, long price, long available) {
        table.put(product(sku, name, price, 1));
        table.put(stock(sku, available));
    }

    /** The same for many, in few requests. */
    void putAll(List<String> skus, String name, long price, long available) {
        List<WriteRequest> puts = skus.stream()
                .flatMap(sku -> Stream.of(product(sku, name, price, 1), stock(sku, available)))
                .map(row ->
                        WriteRequest.builder().putRequest(put -> put.item(row)).build())
                .toList();
        new BatchWrite(table.client(), new Table(table.name(), List.of("pk", "sk")), 4)
                .write(puts, Deadline.in(Duration.ofMinutes(1)));
    }

    void putProduct(String sku, String name, long price, long version) {
        table.put(product(sku, name, price, version));
    }

    void putStock(String sku, long available) {
        table.put(stock(sku, available));
    }

    private static Map<String, AttributeValue> product(String sku, String name, long price, long version) {
        return new Product(sku, name, new Money(price, "EUR"), version).row();
    }

    private static Map<String, AttributeValue> stock(String sku, long available) {
        Map<String, AttributeValue> row = new HashMap<>(Stock.key(sku));
        row.put("available", AttributeValue.fromN(Long.toString(available)));
        row.put("version", AttributeValue.fromN("1"));
        return row;
    }
}
