package dev.warmpath.local;

import static java.util.stream.Collectors.toMap;

import dev.warmpath.local.Errand.Line;
import dev.warmpath.local.OrderBooks.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What orders and stock are by the answers of the API, whatever its tables look like. */
record AnsweredBooks(Api admin) {
    private static final String UNKNOWN = "";

    /** All orders of these callers, by id. */
    Map<String, Row> orders(Collection<String> callers) {
        return callers.stream().flatMap(caller -> ordersOf(caller).stream()).collect(toMap(Row::orderId, row -> row));
    }

    private List<Row> ordersOf(String caller) {
        List<Row> rows = new ArrayList<>();
        String query = "/orders?limit=100&userId=" + caller;
        String next = query;
        while (next != null) {
            Map<String, Object> page = Api.json(admin.get(next));
            ((List<?>) page.get("orders")).forEach(order -> rows.add(row((Map<?, ?>) order)));
            next = page.containsKey("cursor") ? query + "&cursor=" + page.get("cursor") : null;
        }
        return rows;
    }

    private static Row row(Map<?, ?> order) {
        return new Row(
                text(order, "userId"),
                text(order, "orderId"),
                text(order, "status"),
                text(order, "reason"),
                ((List<?>) order.get("lines"))
                        .stream().map(line -> line((Map<?, ?>) line)).toList(),
                order.containsKey("total") ? number(order, "total") : 0,
                UNKNOWN,
                UNKNOWN,
                text(order, "placedAt"));
    }

    private static Line line(Map<?, ?> line) {
        return new Line(text(line, "sku"), Math.toIntExact(number(line, "quantity")));
    }

    /** How many there are of each product. */
    Map<String, Long> stock(Collection<String> skus) {
        Map<String, Object> answer = Api.json(admin.post("/inventory/batch-get", Goods.asked(skus)));
        return ((List<?>) answer.get("items"))
                .stream()
                        .map(item -> (Map<?, ?>) item)
                        .collect(toMap(item -> text(item, "sku"), item -> number(item, "available")));
    }

    private static String text(Map<?, ?> object, String field) {
        return object.containsKey(field) ? object.get(field).toString() : "";
    }

    private static long number(Map<?, ?> object, String field) {
        return ((Number) object.get(field)).longValue();
    }
}
