package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.http.ApiException;
import dev.warmpath.baseline.http.ApiHandler;
import dev.warmpath.baseline.http.ApiRequest;
import dev.warmpath.baseline.http.ApiResponse;
import dev.warmpath.baseline.http.Body;
import dev.warmpath.baseline.users.UserRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

public class PutInventory extends ApiHandler {
    private static final long MOST = 1_000_000_000;

    @Override
    protected ApiResponse respond(ApiRequest request) {
        if (!request.isAdmin()) {
            throw ApiException.forbidden("This is for administrators only.");
        }
        List<Product> products = products(request);
        try (Shop shop = new Shop()) {
            for (Product product : products) {
                put(product, shop);
            }
        }
        return ApiResponse.of(200, Map.of("stored", products.size(), "failed", List.of()));
    }

    private static void put(Product product, Shop shop) {
        boolean stored = false;
        while (!stored) {
            long seen = shop.product(product.getSku()).map(Product::getVersion).orElse(0L);
            product.setVersion(seen + 1);
            stored = shop.replace(product, seen);
        }
    }

    private static List<Product> products(ApiRequest request) {
        Body body = Body.of(request);
        Function<String, Optional<String>> sku = Body.distinct(OrderRules::sku);
        List<Product> products = body.objects("items", 1000, item -> product(item, sku));
        body.verify();
        return products;
    }

    private static Product product(Body item, Function<String, Optional<String>> sku) {
        Product product = new Product();
        product.setSku(item.required("sku", sku));
        product.setName(item.required("name", UserRules::name).strip());
        product.setAvailable(item.integer("available", 0, MOST));
        product.setUnitPrice(item.integer("unitPrice", 0, MOST));
        product.setCurrency(item.required("currency", OrderRules::currency));
        return product;
    }
}
