package dev.warmpath.orders.reading;

import dev.warmpath.http.Cursor;
import dev.warmpath.http.Position;
import dev.warmpath.http.ProblemException;
import dev.warmpath.items.Timestamps;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderAccess;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderSchema;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where an order stands among those of its user; a cursor's position names nothing else. */
record OrderPosition(Instant placedAt, String orderId) {
    private static final int RADIX = Character.MAX_RADIX;

    static Position after(Order order) {
        return Position.after(new OrderPosition(order.placedAt(), order.key().orderId()).text());
    }

    /**
     * Reads the key of a position.
     *
     * @throws ProblemException 400 if it was not made by {@link #after(Order)}, so that the table is asked for keys only
     */
    static OrderPosition of(Position position) {
        String text = position.key();
        int space = text.indexOf(' ');
        if (space < 0) {
            throw Cursor.malformed();
        }
        try {
            Instant placedAt = Instant.ofEpochMilli(Long.parseLong(text.substring(0, space), RADIX));
            return new OrderPosition(placedAt, text.substring(space + 1)).requireValid(text);
        } catch (NumberFormatException e) {
            throw Cursor.malformed();
        }
    }

    private OrderPosition requireValid(String text) {
        boolean valid = Timestamps.sorts(placedAt) && OrderAccess.isOrderId(orderId) && text().equals(text);
        if (!valid) {
            throw Cursor.malformed();
        }
        return this;
    }

    private String text() {
        return Long.toString(placedAt.toEpochMilli(), RADIX) + " " + orderId;
    }

    /** Its key in the index by {@code placedOrder}. The partition is always that of the request, whatever a cursor says. */
    Map<String, AttributeValue> key(String userId) {
        Map<String, AttributeValue> key = new HashMap<>(new OrderKey(userId, orderId).attributes());
        key.put("placedOrder", AttributeValue.fromS(OrderSchema.placedOrder(placedAt, orderId)));
        return key;
    }
}
