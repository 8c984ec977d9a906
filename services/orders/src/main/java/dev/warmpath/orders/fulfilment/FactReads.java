package dev.warmpath.orders.fulfilment;

import dev.warmpath.cache.Loaded;
import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import dev.warmpath.orders.data.Customer;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Products;
import dev.warmpath.telemetry.Telemetry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Reads what a whole batch of orders needs at once, however many orders it has: its customers as they are now, and its
 * products as the catalogue's caches know them.
 */
public final class FactReads {
    private static final Loaded<Customer> NO_CUSTOMERS = new Loaded<>(Map.of(), Set.of());
    private static final Loaded<Product> NO_PRODUCTS = new Loaded<>(Map.of(), Set.of());

    private final Customers customers;
    private final Products products;

    public FactReads(Customers customers, Products products) {
        this.customers = customers;
        this.products = products;
    }

    /** What could not be read in time is told so, and fails only the orders that need it. */
    public Facts read(Collection<OrderMessage> orders, Deadline deadline) {
        Set<String> userIds = orders.stream().map(order -> order.key().userId()).collect(Collectors.toSet());
        Set<String> skus = orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::sku)
                .collect(Collectors.toSet());
        try {
            return readAll(userIds, skus, deadline);
        } catch (DeadlineException e) {
            LoggerFactory.getLogger(FactReads.class).warn("Customers and products could not be read in time");
            return new Facts(new Loaded<>(Map.of(), userIds), new Loaded<>(Map.of(), skus));
        }
    }

    private Facts readAll(Set<String> userIds, Set<String> skus, Deadline deadline) {
        Callable<Facts> ofCustomers = () -> Telemetry.tracer()
                .trace("Read customers", () -> new Facts(customers.findAll(userIds, deadline), NO_PRODUCTS));
        Callable<Facts> ofProducts = () -> Telemetry.tracer()
                .trace("Read products", () -> new Facts(NO_CUSTOMERS, products.findAll(skus, deadline)));
        List<Facts> halves = FanOut.all(deadline, List.of(ofCustomers, ofProducts));
        return new Facts(halves.getFirst().customers(), halves.getLast().products());
    }
}
