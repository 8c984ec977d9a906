package dev.warmpath.local;

import dev.warmpath.local.lambda.Await;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Uses functions once, and waits until they have parked a spare: priming it makes calls of the store, too. */
final class FirstUse {
    private static final String USER = "{\"email\":\"root@example.com\",\"name\":\"Root\"}";

    private static final Map<String, Use> USERS = Map.of(
            "CreateUser", admin -> admin.post("/users", USER),
            "GetUser", admin -> admin.get("/users/nobody"),
            "UpdateUser", admin -> admin.patch("/users/nobody", "\"1\"", "{\"name\":\"Nobody\"}"),
            "DeleteUser", admin -> admin.delete("/users/nobody"),
            "ListUsers", admin -> admin.get("/users"),
            "BatchGetUsers", admin -> admin.post("/users/batch-get", ManyUsers.asked(ManyUsers.ids(1))),
            "ImportUsers", admin -> admin.post("/users/import", ManyUsers.imported(ManyUsers.ids(1))));

    private static final Map<String, Use> ORDERS = Map.of(
            "PutInventory", admin -> admin.put("/inventory", Goods.inventory(1, Goods.skus(1))),
            "BatchGetInventory", admin -> admin.post("/inventory/batch-get", Goods.asked(List.of("nothing"))),
            "GetProduct", admin -> admin.get("/products/nothing"),
            "PlaceOrder", admin -> admin.post("/orders", Goods.order(1, List.of("nothing"))),
            "PlaceOrders", admin -> admin.post("/orders/batch", Goods.orders(1, List.of("nothing"))),
            "GetOrder", admin -> admin.get("/orders/0"),
            "ListOrders", admin -> admin.get("/orders"),
            "GetOrderDetails", admin -> admin.get("/orders/0/details"),
            "CancelOrder", admin -> admin.post("/orders/0/cancel", ""),
            "FulfilOrders", admin -> admin.post("/_warmpath/invoke/FulfilOrders", "{\"Records\":[]}"));

    private static final Map<String, Use> USES = Stream.of(USERS, ORDERS)
            .flatMap(uses -> uses.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private FirstUse() {}

    static void ofUsers(LocalRun run) throws Exception {
        of(run, USERS.keySet().toArray(String[]::new));
    }

    static void ofOrders(LocalRun run) throws Exception {
        of(run, ORDERS.keySet().toArray(String[]::new));
    }

    static void of(LocalRun run, String... functions) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> uses = Arrays.stream(functions)
                    .<Future<?>>map(
                            function -> threads.submit(() -> USES.get(function).by(administrator(run))))
                    .toList();
            for (Future<?> use : uses) {
                use.get();
            }
        }
        Await.until("a spare of each function", () -> Arrays.stream(functions).allMatch(run::hasParked));
    }

    /** A caller who may do everything. */
    static Api administrator(LocalRun run) {
        return Api.at(run.url()).withToken(run.token("root", Token.DEFAULT_SCOPE + " admin"));
    }

    private interface Use {
        Object by(Api admin);
    }
}
