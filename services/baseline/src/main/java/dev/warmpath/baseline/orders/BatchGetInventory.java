package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public class BatchGetInventory extends ApiHandler {
    @Override
    protected ApiResponse respond(ApiRequest request) {
        List<Product> items = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        try (Shop shop = new Shop()) {
            for (String sku : skus(request)) {
                shop.product(sku).ifPresentOrElse(items::add, () -> missing.add(sku));
            }
        }
        return ApiResponse.of(200, Map.of("items", items, "missing", missing));
    }

    private static List<String> skus(ApiRequest request) {
        Body body = Body.of(request);
        List<String> skus = body.texts("skus", 500, Body.distinct(OrderRules::sku));
        body.verify();
        return skus;
    }
}
