package dev.warmpath.bench.orders;

import dev.warmpath.bench.rig.ApiConnection;
import dev.warmpath.bench.rig.ApiConnection.Answer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** One call of each function of the template, as its route or its event source makes it. */
final class FunctionUses {
    private static final String SKU = OrdersRun.sku(0);
    private static final String USER = "/users/" + OrdersRun.user(0);
    private static final String ORDER = "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}".formatted(SKU);

    /** Calls the function once, through whatever leads to it. */
    @FunctionalInterface
    interface Use {
        void run() throws IOException;
    }

    private final ApiConnection caller;
    private final Map<String, Use> uses = new LinkedHashMap<>();
    private String placed = "none";

    FunctionUses(ApiConnection caller) {
        this.caller = caller;
        addUsers();
        addCatalogue();
        addOrders();
        addWorkers();
    }

    /** By function; an order is there before it is read. */
    Map<String, Use> all() {
        return uses;
    }

    private void addUsers() {
        uses.put("CreateUser", () -> send(409, "POST", "/users", "", user(OrdersRun.user(0))));
        uses.put("GetUser", () -> send(200, "GET", USER, "", ""));
        uses.put("UpdateUser", () -> send(412, "PATCH", USER, "If-Match: \"1\"\r\n", "{\"name\":\"Bench\"}"));
        uses.put("DeleteUser", () -> send(204, "DELETE", "/users/" + UUID.randomUUID(), "", ""));
        uses.put("ListUsers", () -> send(200, "GET", "/users", "", ""));
        uses.put("BatchGetUsers", () -> send(200, "POST", "/users/batch-get", "", ids(OrdersRun.user(0))));
        uses.put(
                "ImportUsers",
                () -> send(200, "POST", "/users/import", "", "{\"users\":[" + user("bench-imported") + "]}"));
    }

    private void addCatalogue() {
        String item = "{\"items\":[{\"sku\":\"OTHER\",\"name\":\"Other\",\"available\":1,\"unitPrice\":1,"
                + "\"currency\":\"EUR\"}]}";
        uses.put("PutInventory", () -> send(200, "PUT", "/inventory", "", item));
        uses.put(
                "BatchGetInventory",
                () -> send(200, "POST", "/inventory/batch-get", "", "{\"skus\":[\"" + SKU + "\"]}"));
        uses.put("GetProduct", () -> send(200, "GET", "/products/" + SKU, "", ""));
    }

    private void addOrders() {
        uses.put("PlaceOrder", this::place);
        uses.put("PlaceOrders", () -> send(202, "POST", "/orders/batch", "", "{\"orders\":[" + ORDER + "]}"));
        uses.put("GetOrder", () -> send(200, "GET", "/orders/" + placed, "", ""));
        uses.put("ListOrders", () -> send(200, "GET", "/orders", "", ""));
        uses.put("GetOrderDetails", () -> send(200, "GET", "/orders/" + placed + "/details", "", ""));
        uses.put("CancelOrder", () -> send(200, "POST", "/orders/" + placed + "/cancel", "", ""));
    }

    /** FulfilOrders, ProjectRevenue and MeterOrders follow by themselves from each order that is placed. */
    private void addWorkers() {
        uses.put("RequeueStaleOrders", () -> send(200, "POST", "/_warmpath/invoke/RequeueStaleOrders", "", ""));
        uses.put("DailyReport", () -> send(200, "POST", "/_warmpath/invoke/DailyReport", "", ""));
    }

    private void place() throws IOException {
        String answer = send(202, "POST", "/orders", "", ORDER).body();
        String before = "\"orderId\":\"";
        int from = answer.indexOf(before) + before.length();
        placed = answer.substring(from, answer.indexOf('"', from));
    }

    private static String user(String id) {
        return "{\"userId\":\"%1$s\",\"email\":\"%1$s@example.com\",\"name\":\"%1$s\"}".formatted(id);
    }

    private static String ids(String id) {
        return "{\"ids\":[\"" + id + "\"]}";
    }

    private Answer send(int status, String method, String path, String headers, String json) throws IOException {
        return OrdersRun.require(status, caller.send(method, path, headers, json));
    }
}
