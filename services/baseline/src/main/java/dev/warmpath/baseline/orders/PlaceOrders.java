package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.Body;
import dev.warmpath.baseline.users.UsersTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

public class PlaceOrders extends ApiHandler {
    private record Wanted(List<Line> lines, Optional<String> key) {}

    @Override
    protected ApiResponse respond(ApiRequest request) {
        String userId = OrderAccess.ownUserId(request);
        List<Wanted> wanted = wanted(request);
        List<Map<String, Object>> accepted = new ArrayList<>();
        List<Map<String, Object>> failed = new ArrayList<>();
        try (Shop shop = new Shop();
                UsersTable users = new UsersTable()) {
            for (int i = 0; i < wanted.size(); i++) {
                String orderId = OrderRules.orderId(userId, wanted.get(i).key());
                Optional<Order> order = new Placement(shop, users)
                        .place(userId, orderId, wanted.get(i).lines());
                if (order.isPresent()) {
                    accepted.add(Map.of("index", i, "orderId", orderId));
                } else {
                    failed.add(Map.of("index", i, "detail", "Another order was placed under this idempotencyKey."));
                }
            }
        }
        return ApiResponse.of(202, Map.of("accepted", accepted, "failed", failed));
    }

    private static List<Wanted> wanted(ApiRequest request) {
        Body body = Body.of(request);
        Function<String, Optional<String>> key = Body.distinct(OrderRules::key);
        List<Wanted> wanted = body.objects("orders", 100, order -> wanted(order, key));
        body.verify();
        return wanted;
    }

    private static Wanted wanted(Body order, Function<String, Optional<String>> key) {
        return new Wanted(OrderRules.lines(order), order.optional("idempotencyKey", key));
    }
}
