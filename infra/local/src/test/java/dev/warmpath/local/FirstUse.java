package dev.warmpath.local;

import dev.warmpath.local.lambda.Await;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Uses functions once, and waits until they have parked a spare: priming it makes calls of the store, too. */
final class FirstUse {
    private static final String USER = "{\"email\":\"root@example.com\",\"name\":\"Root\"}";

    private static final Map<String, Use> USES = Map.of(
            "CreateUser", admin -> admin.post("/users", USER),
            "GetUser", admin -> admin.get("/users/nobody"),
            "UpdateUser", admin -> admin.patch("/users/nobody", "\"1\"", "{\"name\":\"Nobody\"}"),
            "DeleteUser", admin -> admin.delete("/users/nobody"),
            "ListUsers", admin -> admin.get("/users"),
            "BatchGetUsers", admin -> admin.post("/users/batch-get", ManyUsers.asked(ManyUsers.ids(1))),
            "ImportUsers", admin -> admin.post("/users/import", ManyUsers.imported(ManyUsers.ids(1))));

    private FirstUse() {}

    static void ofAllFunctions(LocalRun run) throws Exception {
        of(run, USES.keySet().toArray(String[]::new));
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
        return Api.at(run.url()).withToken(run.token("root", "users:read users:write admin"));
    }

    private interface Use {
        Object by(Api admin);
    }
}
