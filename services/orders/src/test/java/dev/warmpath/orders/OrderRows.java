package dev.warmpath.orders;

import dev.warmpath.items.Timestamps;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts orders into a table as they are there once they are placed. */
record OrderRows(OrdersTable table) {
    Order put(String userId, String orderId, Instant placedAt, OrderLine... lines) {
        Instant at = Timestamps.exact(placedAt);
        Order order = Order.placed(
                new OrderKey(userId, orderId), List.of(lines), "correlation", at, at.plus(Duration.ofMinutes(1)));
        table.put(OrderSchema.row(order));
        return order;
    }
}
