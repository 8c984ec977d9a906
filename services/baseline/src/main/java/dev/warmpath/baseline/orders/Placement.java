package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.time.Times;
import dev.warmpath.baseline.users.User;
import dev.warmpath.baseline.users.UsersTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

record Placement(Shop shop, UsersTable users) {
    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 50;

    Optional<Order> place(String userId, String orderId, List<Line> lines) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Order> order = shop.order(userId, orderId).or(() -> placed(userId, orderId, lines));
            if (order.isPresent()) {
                return order.filter(found -> found.asks(lines));
            }
            Times.pause(PAUSE_MILLIS);
        }
        throw new IllegalStateException("No attempt to store the order succeeded");
    }

    private Optional<Order> placed(String userId, String orderId, List<Line> lines) {
        Order order = order(userId, orderId, lines);
        decide(order);
        Shop.Outcome outcome = shop.place(order);
        if (outcome == Shop.Outcome.OUT_OF_STOCK) {
            reject(order, "OUT_OF_STOCK");
            outcome = shop.place(order);
        }
        return outcome == Shop.Outcome.DONE ? Optional.of(order) : Optional.empty();
    }

    private static Order order(String userId, String orderId, List<Line> lines) {
        Order order = new Order();
        order.setUserId(userId);
        order.setOrderId(orderId);
        order.setLines(lines);
        order.setPlacedAt(Times.text(Instant.now()));
        order.setUpdatedAt(order.getPlacedAt());
        return order;
    }

    private void decide(Order order) {
        Optional<User> customer = users.find(order.getUserId());
        if (customer.isEmpty()) {
            reject(order, "CUSTOMER_UNKNOWN");
        } else if (customer.get().suspended()) {
            reject(order, "CUSTOMER_SUSPENDED");
        } else {
            price(order);
        }
    }

    private void price(Order order) {
        List<Product> products = products(order);
        if (products.size() < order.getLines().size()) {
            reject(order, "PRODUCT_UNKNOWN");
        } else if (products.stream().map(Product::getCurrency).distinct().count() > 1) {
            reject(order, "MIXED_CURRENCIES");
        } else {
            confirm(order, products);
        }
    }

    private List<Product> products(Order order) {
        List<Product> products = new ArrayList<>();
        for (Line line : order.getLines()) {
            shop.product(line.getSku()).ifPresent(products::add);
        }
        return products;
    }

    private static void confirm(Order order, List<Product> products) {
        long total = 0;
        for (int i = 0; i < products.size(); i++) {
            Line line = order.getLines().get(i);
            line.setUnitPrice(products.get(i).getUnitPrice());
            total = Math.addExact(total, Math.multiplyExact(line.getUnitPrice(), line.getQuantity()));
        }
        order.setStatus("CONFIRMED");
        order.setTotal(total);
        order.setCurrency(products.getFirst().getCurrency());
    }

    private static void reject(Order order, String reason) {
        order.setStatus("REJECTED");
        order.setReason(reason);
        order.setTotal(null);
        order.setCurrency(null);
        order.getLines().forEach(line -> line.setUnitPrice(null));
    }
}
