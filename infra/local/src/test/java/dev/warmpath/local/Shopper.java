package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.Await;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A user who orders, beside an administrator who stocks the shop. */
record Shopper(String userId, Api api, Api admin) {
    /** One with a profile of this status. */
    static Shopper of(LocalRun run, String status) {
        Shopper shopper = withoutProfile(run);
        shopper.createProfile(status);
        return shopper;
    }

    static Shopper of(LocalRun run) {
        return of(run, "ACTIVE");
    }

    static Shopper withoutProfile(LocalRun run) {
        String userId = "shopper-" + UUID.randomUUID();
        Api api = Api.at(run.url()).withToken(run.token(userId, Token.DEFAULT_SCOPE));
        return new Shopper(userId, api, FirstUse.administrator(run));
    }

    /** The ETag of the profile, which the administrator creates. */
    String createProfile(String status) {
        String profile = "{\"userId\":\"%s\",\"email\":\"ada@example.com\",\"name\":\"Ada\",\"status\":\"%s\"}";
        return Api.etag(admin.post("/users", profile.formatted(userId, status)));
    }

    /** Where it is. */
    String profile() {
        return "/users/" + userId;
    }

    /** SKUs of products of which there are so many. */
    List<String> stocked(int available, int products) {
        List<String> skus = Goods.skus(products);
        assertThat(Api.json(admin.put("/inventory", Goods.inventory(available, skus))))
                .containsEntry("stored", products);
        return skus;
    }

    /** The id of an order of so many of each that was accepted. */
    String place(int quantity, Collection<String> skus) {
        return accepted(api.post("/orders", Goods.order(quantity, skus)));
    }

    HttpResponse<String> placeUnderKey(String key, int quantity, Collection<String> skus) {
        return api.with("Idempotency-Key", key).post("/orders", Goods.order(quantity, skus));
    }

    static String accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String orderId = (String) Api.json(answer).get("orderId");
        assertThat(answer.headers().firstValue("location")).contains("/orders/" + orderId);
        return orderId;
    }

    Map<String, Object> order(String orderId) {
        return Api.json(api.get("/orders/" + orderId));
    }

    /** The order once it has been decided on. */
    Map<String, Object> decided(String orderId) throws InterruptedException {
        Await.until(
                "order " + orderId + " is decided",
                () -> !order(orderId).get("status").equals("PENDING"));
        return order(orderId);
    }

    HttpResponse<String> cancel(String orderId) {
        return api.post("/orders/" + orderId + "/cancel", "");
    }

    /** How many there are of a product now. */
    int stock(String sku) {
        Map<?, ?> item = (Map<?, ?>) ((List<?>) Api.json(api.post("/inventory/batch-get", Goods.asked(List.of(sku))))
                        .get("items"))
                .getFirst();
        return (Integer) item.get("available");
    }
}
