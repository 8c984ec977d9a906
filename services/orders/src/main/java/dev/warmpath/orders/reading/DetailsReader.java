package dev.warmpath.orders.reading;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.Items;
import dev.warmpath.batch.Table;
import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import dev.warmpath.orders.data.Customer;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.data.InventoryItem;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Stock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads an order with what surrounds it: order and user at the same time, then all products and stocks of its lines at once. */
public final class DetailsReader {
    private final OrderTable orders;
    private final Customers customers;
    private final BatchGet products;

    public DetailsReader(DynamoDbClient client, String tableName, Customers customers) {
        this.orders = new OrderTable(client, tableName);
        this.customers = customers;
        // Both rows of 50 products fit one request. It reads all of them in one way, and stock must be as it is now.
        this.products = new BatchGet(client, new Table(tableName, List.of("pk", "sk")), 1).consistent();
    }

    /**
     * The order with what surrounds it, if there is such an order.
     *
     * @throws DeadlineException if any of it could not be read in time
     */
    public Optional<Details> read(OrderKey key, Deadline deadline) {
        Found found = FanOut.both(deadline, () -> orders.find(key), () -> customers.find(key.userId()), Found::new);
        return found.order().map(order -> new Details(order, found.customer(), inventory(order, deadline)));
    }

    private List<InventoryItem> inventory(Order order, Deadline deadline) {
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> rows = rows(order, deadline);
        return order.lines().stream()
                .map(OrderLine::sku)
                .filter(sku -> rows.containsKey(Product.key(sku)))
                .map(sku ->
                        new InventoryItem(Product.of(rows.get(Product.key(sku))), available(rows.get(Stock.key(sku)))))
                .toList();
    }

    /** By their keys. */
    private Map<Map<String, AttributeValue>, Map<String, AttributeValue>> rows(Order order, Deadline deadline) {
        List<Map<String, AttributeValue>> keys = order.lines().stream()
                .map(OrderLine::sku)
                .flatMap(sku -> Stream.of(Product.key(sku), Stock.key(sku)))
                .toList();
        Items items = products.read(keys, deadline);
        if (!items.unread().isEmpty()) {
            throw new DeadlineException("Not all products of the order could be read in the time that was left");
        }
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> rows = new HashMap<>();
        items.found().forEach(row -> rows.put(Map.of("pk", row.get("pk"), "sk", row.get("sk")), row));
        return rows;
    }

    /** Orders are refused what has no stock. */
    private static long available(Map<String, AttributeValue> row) {
        return row == null ? 0 : Stock.of(row).available();
    }

    private record Found(Optional<Order> order, Optional<Customer> customer) {}
}
