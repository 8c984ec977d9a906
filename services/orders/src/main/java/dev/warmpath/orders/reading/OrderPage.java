package dev.warmpath.orders.reading;

import dev.warmpath.http.Cursor;
import dev.warmpath.orders.data.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of the list of a user's orders.
 *
 * @param more whether others follow
 */
public record OrderPage(String userId, List<Order> orders, boolean more) {
    /** As the API answers it. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("orders", orders.stream().map(Order::toJson).toList());
        if (more) {
            json.put("cursor", cursor().encode());
        }
        return json;
    }

    private Cursor cursor() {
        return Cursor.of(Map.of(part(userId), OrderPosition.after(orders.getLast())));
    }

    /**
     * The one part of a list's cursor. By it a cursor of another user's list is told, without telling whose it is; it need not be
     * safe, since nothing is reached by a cursor.
     */
    static String part(String userId) {
        return Integer.toHexString(userId.hashCode());
    }
}
