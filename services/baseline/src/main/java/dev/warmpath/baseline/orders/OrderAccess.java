package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.http.ApiException;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.users.UserRules;
import java.util.Optional;

final class OrderAccess {
    private OrderAccess() {}

    static Optional<String> userId(ApiRequest request) {
        String userId = request.query().getOrDefault("userId", request.caller());
        boolean allowed = userId.equals(request.caller()) || request.isAdmin();
        return Optional.of(userId).filter(id -> allowed && UserRules.fitsKey(id));
    }

    static String ownUserId(ApiRequest request) {
        if (!UserRules.fitsKey(request.caller())) {
            throw ApiException.forbidden("The subject of the token is too long to have orders.");
        }
        return request.caller();
    }

    static Order order(ApiRequest request, Shop shop) {
        String userId = userId(request).orElseThrow(OrderAccess::noSuchOrder);
        String orderId = request.pathParameter("orderId");
        if (!orderId.matches("[A-Za-z0-9-]{1,64}")) {
            throw noSuchOrder();
        }
        return shop.order(userId, orderId).orElseThrow(OrderAccess::noSuchOrder);
    }

    private static ApiException noSuchOrder() {
        return ApiException.notFound("There is no such order.");
    }
}
