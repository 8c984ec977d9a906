package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.http.ApiException;
import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.Page;
import dev.warmpath.baseline.http.Page.Cursor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class ListOrders extends ApiHandler {
    private static final Comparator<Order> NEWEST_FIRST = Comparator.comparing(Order::getPlacedAt)
            .thenComparing(Order::getOrderId)
            .reversed();

    @Override
    protected ApiResponse respond(ApiRequest request) {
        String userId = OrderAccess.userId(request).orElseThrow(ListOrders::forbidden);
        Page page = Page.of(request, userId, "userId");
        try (Shop shop = new Shop()) {
            List<Order> rest = shop.ordersOf(userId).stream()
                    .sorted(NEWEST_FIRST)
                    .filter(order -> isAfter(order, page))
                    .toList();
            return ApiResponse.of(200, answer(rest, page, userId)).with("cache-control", "private, no-cache");
        }
    }

    private static ApiException forbidden() {
        return ApiException.forbidden("Only an administrator may list the orders of another user.");
    }

    private static boolean isAfter(Order order, Page page) {
        return page.cursor().map(ListOrders::last).stream().allMatch(last -> NEWEST_FIRST.compare(order, last) > 0);
    }

    private static Order last(Cursor cursor) {
        Order last = new Order();
        last.setPlacedAt(cursor.at());
        last.setOrderId(cursor.id());
        return last;
    }

    private static Map<String, Object> answer(List<Order> rest, Page page, String userId) {
        List<Order> orders = rest.stream().limit(page.limit()).toList();
        Map<String, Object> answer = new HashMap<>();
        answer.put("orders", orders);
        if (rest.size() > page.limit()) {
            Order last = orders.getLast();
            answer.put("cursor", Page.encoded(new Cursor(userId, last.getPlacedAt(), last.getOrderId())));
        }
        return answer;
    }
}
