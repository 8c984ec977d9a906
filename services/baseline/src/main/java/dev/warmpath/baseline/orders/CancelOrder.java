package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.http.ApiException;
import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.time.Times;
import dev.warmpath.baseline.users.User;
import dev.warmpath.baseline.users.UsersTable;
import java.time.Instant;

public class CancelOrder extends ApiHandler {
    private static final long PAUSE_MILLIS = 50;

    @Override
    protected ApiResponse respond(ApiRequest request) {
        try (Shop shop = new Shop();
                UsersTable users = new UsersTable()) {
            Order order = OrderAccess.order(request, shop);
            requireActive(request, order, users);
            while (!cancel(order, shop)) {
                Times.pause(PAUSE_MILLIS);
                order = OrderAccess.order(request, shop);
            }
            return ApiResponse.of(200, order);
        }
    }

    private static void requireActive(ApiRequest request, Order order, UsersTable users) {
        boolean suspended =
                users.find(order.getUserId()).filter(User::suspended).isPresent();
        if (suspended && !request.isAdmin()) {
            throw ApiException.forbidden("A suspended user may read the own orders, and nothing else.");
        }
    }

    private static boolean cancel(Order order, Shop shop) {
        if (order.getStatus().equals("REJECTED")) {
            throw ApiException.conflict("The order was rejected, and cannot be cancelled.");
        }
        if (order.getStatus().equals("CANCELLED")) {
            return true;
        }
        order.setStatus("CANCELLED");
        order.setUpdatedAt(Times.text(Instant.now()));
        return shop.cancel(order) == Shop.Outcome.DONE;
    }
}
