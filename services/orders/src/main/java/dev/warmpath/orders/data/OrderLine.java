package dev.warmpath.orders.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How many of one product.
 *
 * @param unitPrice in minor units of the order's currency; once it is confirmed
 */
public record OrderLine(String sku, int quantity, OptionalLong unitPrice) {
    /** A line as it is placed. */
    public static OrderLine of(String sku, int quantity) {
        return new OrderLine(sku, quantity, OptionalLong.empty());
    }

    public OrderLine at(long unitPrice) {
        return new OrderLine(sku, quantity, OptionalLong.of(unitPrice));
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sku", sku);
        json.put("quantity", quantity);
        unitPrice.ifPresent(price -> json.put("unitPrice", price));
        return json;
    }
}
