package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.http.ApiException;
import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.ETags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

public class GetProduct extends ApiHandler {
    private static final String CACHE_CONTROL = "public, no-cache";

    @Override
    protected ApiResponse respond(ApiRequest request) {
        try (Shop shop = new Shop()) {
            Product product = product(request, shop).orElseThrow(GetProduct::noSuchProduct);
            String etag = ETags.of(product.getVersion());
            boolean known = request.header("if-none-match")
                    .filter(tags -> ETags.matches(tags, etag))
                    .isPresent();
            ApiResponse response = known ? ApiResponse.empty(304) : ApiResponse.of(200, answer(product));
            return response.with("etag", etag).with("cache-control", CACHE_CONTROL);
        }
    }

    private static Optional<Product> product(ApiRequest request, Shop shop) {
        String sku = request.pathParameter("sku");
        return OrderRules.sku(sku).isEmpty() ? shop.product(sku) : Optional.empty();
    }

    private static ApiException noSuchProduct() {
        return ApiException.notFound("There is no such product.").with("cache-control", CACHE_CONTROL);
    }

    private static Map<String, Object> answer(Product product) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sku", product.getSku());
        answer.put("name", product.getName());
        answer.put("unitPrice", product.getUnitPrice());
        answer.put("currency", product.getCurrency());
        return answer;
    }
}
