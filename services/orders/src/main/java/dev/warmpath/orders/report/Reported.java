package dev.warmpath.orders.report;

import dev.warmpath.orders.data.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report has in it.
 *
 * @param objects keys of what was stored
 */
public record Reported(ReportDay day, int orders, int lines, List<String> objects) {
    static Reported of(ReportDay day, List<Order> orders) {
        int lines = orders.stream().mapToInt(order -> order.lines().size()).sum();
        return new Reported(day, orders.size(), lines, List.of(day.ordersKey(), day.summaryKey()));
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("date", day.date().toString());
        json.put("orders", orders);
        json.put("lines", lines);
        json.put("objects", objects);
        return json;
    }
}
