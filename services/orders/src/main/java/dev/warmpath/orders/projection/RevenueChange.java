package dev.warmpath.orders.projection;

import dev.warmpath.events.StreamRecord;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.OrderStatus;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a transition of an order adds to the revenue, or takes from it.
 *
 * @param order as it is after the transition, with prices
 * @param sign 1 when it is confirmed, -1 when a confirmed one is cancelled
 */
record RevenueChange(Order order, int sign) {
    /**
     * Empty for whatever else may happen to an item.
     *
     * @throws RuntimeException if it is such a transition, but not of an order as this version knows them
     */
    static Optional<RevenueChange> of(StreamRecord record) {
        int sign = sign(status(record.oldImage()), status(record.newImage()));
        return sign == 0
                ? Optional.empty()
                : record.newImage().map(row -> new RevenueChange(OrderSchema.order(row), sign));
    }

    private static String status(Optional<Map<String, AttributeValue>> image) {
        return image.map(row -> row.get("status")).map(AttributeValue::s).orElse("");
    }

    private static int sign(String before, String after) {
        if (before.equals(OrderStatus.PENDING.name()) && after.equals(OrderStatus.CONFIRMED.name())) {
            return 1;
        }
        boolean undone = before.equals(OrderStatus.CONFIRMED.name()) && after.equals(OrderStatus.CANCELLED.name());
        return undone ? -1 : 0;
    }
}
