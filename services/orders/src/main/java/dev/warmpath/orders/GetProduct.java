package dev.warmpath.orders;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.ETag;
import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Sku;
import dev.warmpath.orders.products.CachedProduct;
import dev.warmpath.snapstart.Priming;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code GET /products/{sku}}: name and price for the public, and how long they may be kept. */
public final class GetProduct extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/get-product.json";

    private final CachedProduct products;

    public GetProduct() {
        this(OrdersWiring.product());
        Priming.untilCompiled(this::prime);
    }

    GetProduct(CachedProduct products) {
        this.products = products;
    }

    @Override
    public Response respond(Request request) {
        Product product = find(request).orElseThrow(this::noSuchProduct);
        ETag tag = new ETag(product.version());
        Optional<String> known = request.header("if-none-match").filter(tag::isNamedBy);
        Response response = known.isPresent() ? Response.empty(304) : Response.json(200, json(product));
        return response.with("etag", tag.toString())
                .with("cache-control", kept(products.freshness().atCallers()));
    }

    private Optional<Product> find(Request request) {
        String sku = request.pathParameter("sku");
        if (Sku.RULE.faultOf(sku).isPresent()) {
            return Optional.empty();
        }
        return request.asksPastCaches() ? products.findLatest(sku) : products.find(sku, request.deadline());
    }

    private static Map<String, Object> json(Product product) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sku", product.sku());
        json.put("name", product.name());
        json.put("unitPrice", product.price().amount());
        json.put("currency", product.price().currency());
        return json;
    }

    private ProblemException noSuchProduct() {
        return new ProblemException(Problem.notFound("There is no such product.")
                .with("cache-control", kept(products.freshness().missing())));
    }

    private static String kept(Duration time) {
        return time.toSeconds() == 0 ? "public, no-cache" : "public, max-age=" + time.toSeconds();
    }

    /** Once to the table and back without a product, then once with a made-up one and once more from the cache. */
    void prime() {
        Priming.pass(this, PRIMING_EVENT, "\"statusCode\":404");
        GetProduct found = new GetProduct(PrimingReads.product());
        Priming.pass(found, PRIMING_EVENT, "\"statusCode\":200");
        Priming.pass(found, PRIMING_EVENT, "\"statusCode\":200");
    }
}
