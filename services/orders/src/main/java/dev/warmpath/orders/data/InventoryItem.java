package dev.warmpath.orders.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** A product, and how many of it there are. */
public record InventoryItem(Product product, long available) {
    /** As the API answers it. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sku", product.sku());
        json.put("name", product.name());
        json.put("available", available);
        json.put("unitPrice", product.price().amount());
        json.put("currency", product.price().currency());
        return json;
    }
}
