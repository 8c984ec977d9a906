package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.users.UsersTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public class GetOrderDetails extends ApiHandler {
    @Override
    protected ApiResponse respond(ApiRequest request) {
        try (Shop shop = new Shop();
                UsersTable users = new UsersTable()) {
            Map<String, Object> details = new LinkedHashMap<>();
            Order order = OrderAccess.order(request, shop);
            details.put("order", order);
            users.find(order.getUserId())
                    .ifPresent(user ->
                            details.put("user", Map.of("userId", user.getUserId(), "status", user.getStatus())));
            details.put("inventory", inventory(order, shop));
            return ApiResponse.of(200, details).with("cache-control", "private, no-cache");
        }
    }

    private static List<Product> inventory(Order order, Shop shop) {
        List<Product> inventory = new ArrayList<>();
        for (Line line : order.getLines()) {
            shop.product(line.getSku()).ifPresent(inventory::add);
        }
        return inventory;
    }
}
