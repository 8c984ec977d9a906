package dev.warmpath.orders.projection;

import dev.warmpath.events.StreamRecord;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderSchema;
import java.util.List;
import java.util.Map;

/**
 * How many orders were placed, as far as a tumbling window has got.
 *
 * @param items of all their lines together
 */
public record OrderCount(long orders, long items) {
    /** What the invocation before passed on; nothing has been counted yet where it is empty. */
    public static OrderCount of(Map<String, Object> state) {
        return new OrderCount(number(state.get("orders")), number(state.get("items")));
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** With these new orders, some of which may have been counted before. */
    public OrderCount plus(List<StreamRecord> placed) {
        List<Order> more = placed.stream()
                .flatMap(record -> record.newImage().stream())
                .map(OrderSchema::order)
                .toList();
        long moreItems = more.stream()
                .flatMap(order -> order.lines().stream())
                .mapToLong(OrderLine::quantity)
                .sum();
        return new OrderCount(orders + more.size(), items + moreItems);
    }

    /** To be passed on. */
    public Map<String, Object> state() {
        return Map.of("orders", orders, "items", items);
    }
}
