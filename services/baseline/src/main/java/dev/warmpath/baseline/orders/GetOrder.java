package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;

public class GetOrder extends ApiHandler {
    @Override
    protected ApiResponse respond(ApiRequest request) {
        try (Shop shop = new Shop()) {
            return ApiResponse.of(200, OrderAccess.order(request, shop)).with("cache-control", "private, no-cache");
        }
    }
}
