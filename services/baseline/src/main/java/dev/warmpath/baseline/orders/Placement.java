package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.users.User;
import dev.warmpath.baseline.users.UsersTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

record Placement(Shop shop, UsersTable users) {
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 50;

    Optional<Order> place(String userId, String orderId, List<Line> lines) {
        Optional<Order> existing = shop.order(userId, orderId);
        if (existing.isPresent()) {
            return existing.filter(order -> order.asks(lines));
        }
        Order order = placed(userId, orderId, lines);
        decide(order);
        return save(order) ? Optional.of(order) : place(userId, orderId, lines);
    }

    private static Order placed(String userId, String orderId, List<Line> lines) {
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
        } else if (customer.get().getStatus().equals("SUSPENDED")) {
            reject(order, "CUSTOMER_SUSPENDED");
        } else {
            price(order);
        }
    }

    private void price(Order order) {
        List<String> currencies = new ArrayList<>();
        long total = 0;
        for (Line line : order.getLines()) {
            Optional<Product> product = shop.product(line.getSku());
            if (product.isEmpty()) {
                reject(order, "PRODUCT_UNKNOWN");
                return;
            }
            line.setUnitPrice(product.get().getUnitPrice());
            currencies.add(product.get().getCurrency());
            total = Math.addExact(total, Math.multiplyExact(line.getUnitPrice(), line.getQuantity()));
        }
        if (currencies.stream().distinct().count() > 1) {
            reject(order, "MIXED_CURRENCIES");
            return;
        }
        order.setStatus("CONFIRMED");
        order.setTotal(total);
        order.setCurrency(currencies.getFirst());
    }

    private static void reject(Order order, String reason) {
        order.setStatus("REJECTED");
        order.setReason(reason);
        order.setTotal(null);
        order.setCurrency(null);
        order.getLines().forEach(line -> line.setUnitPrice(null));
    }

    private boolean save(Order order) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean confirmed = order.getStatus().equals("CONFIRMED");
            Shop.Outcome outcome = confirmed ? shop.confirm(order) : shop.reject(order);
            if (outcome == Shop.Outcome.DONE) {
                return true;
            }
            if (outcome == Shop.Outcome.REFUSED) {
                if (!confirmed
                        || shop.order(order.getUserId(), order.getOrderId()).isPresent()) {
                    return false;
                }
                reject(order, "OUT_OF_STOCK");
            } else {
                Times.pause(PAUSE_MILLIS);
            }
        }
        throw new IllegalStateException("No attempt to store the order succeeded");
    }
}
