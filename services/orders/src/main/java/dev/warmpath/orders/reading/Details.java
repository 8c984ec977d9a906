package dev.warmpath.orders.reading;

import dev.warmpath.orders.data.Customer;
import dev.warmpath.orders.data.InventoryItem;
import dev.warmpath.orders.data.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order and what surrounds it.
 *
 * @param customer none where the user has no profile
 * @param inventory of those products of its lines that are in the catalogue
 */
public record Details(Order order, Optional<Customer> customer, List<InventoryItem> inventory) {
    /** As the API answers it. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("order", order.toJson());
        customer.ifPresent(user -> json.put("user", json(user)));
        json.put("inventory", inventory.stream().map(InventoryItem::toJson).toList());
        return json;
    }

    private static Map<String, Object> json(Customer customer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("userId", customer.userId());
        json.put("status", customer.suspended() ? "SUSPENDED" : "ACTIVE");
        return json;
    }
}
