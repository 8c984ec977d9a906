package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.http.ApiException;
import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.Body;
import dev.warmpath.baseline.users.UsersTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public class PlaceOrder extends ApiHandler {
    @Override
    protected ApiResponse respond(ApiRequest request) {
        String userId = OrderAccess.ownUserId(request);
        String orderId = OrderRules.orderId(userId, key(request));
        List<Line> lines = lines(request);
        try (Shop shop = new Shop();
                UsersTable users = new UsersTable()) {
            Order order = new Placement(shop, users)
                    .place(userId, orderId, lines)
                    .orElseThrow(() -> ApiException.conflict("Another order was placed under this Idempotency-Key."));
            return ApiResponse.of(202, Map.of("orderId", orderId, "status", order.getStatus()))
                    .with("location", "/orders/" + orderId);
        }
    }

    private static Optional<String> key(ApiRequest request) {
        Optional<String> key = request.header("idempotency-key");
        key.flatMap(OrderRules::key).ifPresent(fault -> {
            throw ApiException.badRequest("The header Idempotency-Key " + fault + ".");
        });
        return key;
    }

    private static List<Line> lines(ApiRequest request) {
        Body body = Body.of(request);
        List<Line> lines = OrderRules.lines(body);
        body.verify();
        return lines;
    }
}
