package dev.warmpath.bench.comparison.starts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** For each function of the API a request that it answers well, as often as it is made. */
final class ApiEvents {
    private static final int USERS = 100;
    private static final int USERS_ASKED_FOR = 50;
    private static final int PRODUCTS = 25;
    private static final int PRODUCTS_ASKED_FOR = 20;
    private static final int ORDERS = 10;
    private static final int STOCK = 1_000_000;
    private static final int UNIT_PRICE = 1_250;
    private static final String USER = "/users/" + ApiEvent.OWNER;
    private static final String PAGE = "20";

    private static final Map<String, Object> ORDER =
            Map.of("lines", List.of(Map.of("sku", sku(0), "quantity", 1), Map.of("sku", sku(1), "quantity", 2)));

    private final Data data;
    private final Map<String, Supplier<ApiEvent>> events = new LinkedHashMap<>();

    /** What some requests must name, as it is when they are made. */
    interface Data {
        /** ETag of the owner's profile. */
        String profileVersion();

        /** Id of an order that stays. */
        String order();

        /** Id of a new order. */
        String newOrder();
    }

    ApiEvents(Data data) {
        this.data = data;
        addUsers();
        addCatalogue();
        addOrders();
    }

    Map<String, Supplier<byte[]>> all() {
        Map<String, Supplier<byte[]>> all = new LinkedHashMap<>();
        events.forEach((function, event) -> all.put(function, () -> event.get().json()));
        return all;
    }

    static ApiEvent createOwner() {
        return ApiEvent.to("POST /users", "/users").body(Map.of("email", "bench@example.com", "name", "Bench"));
    }

    static ApiEvent getOwner() {
        return ApiEvent.to("GET /users/{userId}", USER);
    }

    static ApiEvent importUsers() {
        List<Map<String, String>> users = IntStream.range(0, USERS)
                .mapToObj(number -> Map.of(
                        "userId", user(number),
                        "email", user(number) + "@example.com",
                        "name", "User number " + number))
                .toList();
        return ApiEvent.to("POST /users/import", "/users/import").asAdmin().body(Map.of("users", users));
    }

    static ApiEvent putInventory() {
        List<Map<String, Object>> items =
                IntStream.range(0, PRODUCTS).mapToObj(ApiEvents::product).toList();
        return ApiEvent.to("PUT /inventory", "/inventory").asAdmin().body(Map.of("items", items));
    }

    static ApiEvent placeOrder() {
        return ApiEvent.to("POST /orders", "/orders").body(ORDER);
    }

    private void addUsers() {
        events.put("CreateUser", () -> createOwner().by(UUID.randomUUID().toString()));
        events.put("GetUser", ApiEvents::getOwner);
        events.put("UpdateUser", this::updateUser);
        events.put("DeleteUser", ApiEvents::deleteUser);
        events.put(
                "ListUsers",
                () -> ApiEvent.to("GET /users", "/users")
                        .asAdmin()
                        .where("status", "ACTIVE")
                        .where("limit", PAGE));
        events.put(
                "BatchGetUsers",
                () -> ApiEvent.to("POST /users/batch-get", "/users/batch-get")
                        .asAdmin()
                        .body(Map.of("ids", names(USERS_ASKED_FOR, ApiEvents::user))));
        events.put("ImportUsers", ApiEvents::importUsers);
    }

    private ApiEvent updateUser() {
        return ApiEvent.to("PATCH /users/{userId}", USER)
                .body(Map.of("name", "Bench " + UUID.randomUUID()))
                .with("content-type", "application/merge-patch+json")
                .with("if-match", data.profileVersion());
    }

    /** Of a profile that is not there, which is answered alike. */
    private static ApiEvent deleteUser() {
        String user = UUID.randomUUID().toString();
        return ApiEvent.to("DELETE /users/{userId}", "/users/" + user).by(user);
    }

    private void addCatalogue() {
        events.put("PutInventory", ApiEvents::putInventory);
        events.put(
                "BatchGetInventory",
                () -> ApiEvent.to("POST /inventory/batch-get", "/inventory/batch-get")
                        .body(Map.of("skus", names(PRODUCTS_ASKED_FOR, ApiEvents::sku))));
        events.put("GetProduct", () -> ApiEvent.to("GET /products/{sku}", "/products/" + sku(0)));
    }

    private void addOrders() {
        events.put("PlaceOrder", ApiEvents::placeOrder);
        events.put(
                "PlaceOrders",
                () -> ApiEvent.to("POST /orders/batch", "/orders/batch")
                        .body(Map.of(
                                "orders",
                                IntStream.range(0, ORDERS).mapToObj(_ -> ORDER).toList())));
        events.put("GetOrder", () -> ApiEvent.to("GET /orders/{orderId}", "/orders/" + data.order()));
        events.put("ListOrders", () -> ApiEvent.to("GET /orders", "/orders").where("limit", PAGE));
        events.put(
                "GetOrderDetails",
                () -> ApiEvent.to("GET /orders/{orderId}/details", "/orders/" + data.order() + "/details"));
        events.put("CancelOrder", this::cancelOrder);
    }

    private ApiEvent cancelOrder() {
        return ApiEvent.to("POST /orders/{orderId}/cancel", "/orders/" + data.newOrder() + "/cancel");
    }

    private static Map<String, Object> product(int number) {
        return Map.of(
                "sku",
                sku(number),
                "name",
                "Product number " + number,
                "available",
                STOCK,
                "unitPrice",
                UNIT_PRICE,
                "currency",
                "EUR");
    }

    private static List<String> names(int count, IntFunction<String> name) {
        return IntStream.range(0, count).mapToObj(name).toList();
    }

    private static String user(int number) {
        return "bench-user-%03d".formatted(number);
    }

    private static String sku(int number) {
        return "bench-%03d".formatted(number);
    }
}
