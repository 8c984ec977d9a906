package dev.warmpath.orders.fulfilment;

import dev.warmpath.cache.Loaded;
import dev.warmpath.deadline.DeadlineException;
import dev.warmpath.orders.data.Customer;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Reason;
import dev.warmpath.orders.fulfilment.Decision.Confirmation;
import dev.warmpath.orders.fulfilment.Decision.Rejection;
import java.util.List;
import java.util.Map;

/** What is known of the customers and products of a batch of orders. */
public record Facts(Loaded<Customer> customers, Loaded<Product> products) {
    /**
     * Decides on an order.
     *
     * @throws DeadlineException if its customer or one of its products could not be read in time
     * @throws ArithmeticException if its total is more than a long holds, which no price within its limits can bring about
     */
    Decision decide(OrderMessage order) {
        requireRead(order);
        Customer customer = customers.found().get(order.key().userId());
        if (customer == null) {
            return new Rejection(Reason.CUSTOMER_UNKNOWN);
        }
        if (customer.suspended()) {
            return new Rejection(Reason.CUSTOMER_SUSPENDED);
        }
        return price(order.lines());
    }

    private void requireRead(OrderMessage order) {
        boolean unread = customers.unread().contains(order.key().userId())
                || order.lines().stream().anyMatch(line -> products.unread().contains(line.sku()));
        if (unread) {
            throw new DeadlineException("Customer or products of an order could not be read in time");
        }
    }

    private Decision price(List<OrderLine> lines) {
        Map<String, Product> known = products.found();
        if (!lines.stream().allMatch(line -> known.containsKey(line.sku()))) {
            return new Rejection(Reason.PRODUCT_UNKNOWN);
        }
        List<Money> prices =
                lines.stream().map(line -> known.get(line.sku()).price()).toList();
        String currency = prices.getFirst().currency();
        if (!prices.stream().allMatch(price -> price.currency().equals(currency))) {
            return new Rejection(Reason.MIXED_CURRENCIES);
        }
        List<OrderLine> priced = lines.stream()
                .map(line -> line.at(known.get(line.sku()).price().amount()))
                .toList();
        return new Confirmation(priced, new Money(total(priced), currency));
    }

    private static long total(List<OrderLine> priced) {
        return priced.stream()
                .mapToLong(line -> Math.multiplyExact(line.unitPrice().orElseThrow(), line.quantity()))
                .reduce(0, Math::addExact);
    }
}
