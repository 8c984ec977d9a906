package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who may do what with orders and inventory: each route, asked by everybody about the order of one user. */
@Timeout(120)
@ExtendWith(ProjectRun.class)
class OrdersAccessIT {
    private static LocalRun run;
    private static OrdersTable table;

    private final String owner = "owner-" + UUID.randomUUID();
    private final String orderId = UUID.randomUUID().toString();

    @BeforeAll
    @Timeout(300)
    static void use(LocalRun running) throws Exception {
        run = running;
        FirstUse.ofOrders(run);
        table = OrdersTable.of(run);
    }

    @AfterAll
    static void close() {
        table.close();
    }

    /** Who ends with For names the owner by {@code ?userId=}. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
                    ROUTE,        CALLER,           STATUS
                    get,          owner,            200
                    get,          ownerFor,         200
                    get,          suspended,        200
                    get,          stranger,         404
                    get,          strangerFor,      404
                    get,          administrator,    404
                    get,          administratorFor, 200
                    get,          nobody,           401
                    get,          reader,           200
                    get,          writer,           403
                    details,      owner,            200
                    details,      ownerFor,         200
                    details,      suspended,        200
                    details,      stranger,         404
                    details,      strangerFor,      404
                    details,      administrator,    404
                    details,      administratorFor, 200
                    details,      nobody,           401
                    details,      reader,           200
                    details,      writer,           403
                    cancel,       owner,            200
                    cancel,       ownerFor,         200
                    cancel,       suspended,        403
                    cancel,       stranger,         404
                    cancel,       strangerFor,      404
                    cancel,       administrator,    404
                    cancel,       administratorFor, 200
                    cancel,       nobody,           401
                    cancel,       reader,           403
                    cancel,       writer,           200
                    list,         owner,            200
                    list,         ownerFor,         200
                    list,         suspended,        200
                    list,         stranger,         200
                    list,         strangerFor,      403
                    list,         administrator,    200
                    list,         administratorFor, 200
                    list,         nobody,           401
                    list,         reader,           200
                    list,         writer,           403
                    place,        owner,            202
                    place,        suspended,        202
                    place,        nobody,           401
                    place,        reader,           403
                    place,        writer,           202
                    placeMany,    owner,            202
                    placeMany,    suspended,        202
                    placeMany,    nobody,           401
                    placeMany,    reader,           403
                    placeMany,    writer,           202
                    putInventory, owner,            403
                    putInventory, suspended,        403
                    putInventory, administrator,    200
                    putInventory, nobody,           401
                    getInventory, owner,            200
                    getInventory, suspended,        200
                    getInventory, administrator,    200
                    getInventory, nobody,           401
                    getInventory, writer,           403
                    product,      owner,            404
                    product,      nobody,           404
                    """)
    void eachCallerMayDoWhatTheDesignSays(String route, String caller, int status) {
        createOwner(caller.equals("suspended") ? "SUSPENDED" : "ACTIVE");
        table.putPending(owner, orderId);
        Map<String, AttributeValue> before = table.order(owner, orderId);

        assertThat(call(route, as(caller), caller.endsWith("For") ? "?userId=" + owner : ""))
                .isEqualTo(status);

        if (status >= 400) {
            assertThat(table.order(owner, orderId)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "GET, /details", "POST, /cancel"})
    void orderOfAnotherUserLooksLikeNone(String method, String route) {
        createOwner("ACTIVE");
        table.putPending(owner, orderId);
        Api stranger = as("stranger");

        Map<String, Object> foreign = problem(stranger, method, "/orders/" + orderId + route);
        Map<String, Object> named = problem(stranger, method, "/orders/" + orderId + route + "?userId=" + owner);
        Map<String, Object> none = problem(stranger, method, "/orders/" + UUID.randomUUID() + route);

        assertThat(foreign).isEqualTo(none);
        assertThat(named).isEqualTo(none);
    }

    @Test
    void listHasNobodyElsesOrders() {
        createOwner("ACTIVE");
        table.putPending(owner, orderId);

        assertThat(idsOf(as("owner"), "/orders")).containsExactly(orderId);
        assertThat(idsOf(as("administrator"), "/orders?userId=" + owner)).containsExactly(orderId);
        assertThat(idsOf(as("stranger"), "/orders")).isEmpty();
        assertThat(idsOf(as("administrator"), "/orders?limit=100")).doesNotContain(orderId);
    }

    private static List<String> idsOf(Api api, String path) {
        return ManyUsers.texts(Api.json(api.get(path)), "orders", "orderId");
    }

    /** All but the id of the request. */
    private static Map<String, Object> problem(Api api, String method, String path) {
        Map<String, Object> problem = Api.json(method.equals("GET") ? api.get(path) : api.post(path, ""));
        problem.remove("instance");
        return problem;
    }

    private void createOwner(String status) {
        String body = "{\"userId\":\"%s\",\"email\":\"ada@example.com\",\"name\":\"Ada\",\"status\":\"%s\"}";
        assertThat(FirstUse.administrator(run)
                        .post("/users", body.formatted(owner, status))
                        .statusCode())
                .isEqualTo(201);
    }

    private Api as(String caller) {
        Api anonymous = Api.at(run.url());
        return switch (caller) {
            case "nobody" -> anonymous;
            case "owner", "ownerFor", "suspended" -> anonymous.withToken(run.token(owner, Token.DEFAULT_SCOPE));
            case "stranger", "strangerFor" -> anonymous.withToken(run.token("stranger-" + owner, Token.DEFAULT_SCOPE));
            case "reader" -> anonymous.withToken(run.token(owner, "orders:read users:read users:write"));
            case "writer" -> anonymous.withToken(run.token(owner, "orders:write users:read users:write"));
            default -> FirstUse.administrator(run);
        };
    }

    private int call(String route, Api api, String query) {
        String order = "/orders/" + orderId;
        return switch (route) {
            case "get" -> api.get(order + query).statusCode();
            case "details" -> api.get(order + "/details" + query).statusCode();
            case "cancel" -> api.post(order + "/cancel" + query, "").statusCode();
            case "list" -> api.get("/orders" + query).statusCode();
            case "place" -> api.post("/orders", Goods.order(1, Goods.skus(1))).statusCode();
            case "placeMany" ->
                api.post("/orders/batch", Goods.orders(2, Goods.skus(1))).statusCode();
            case "putInventory" ->
                api.put("/inventory", Goods.inventory(1, Goods.skus(1))).statusCode();
            case "getInventory" ->
                api.post("/inventory/batch-get", Goods.asked(Goods.skus(1))).statusCode();
            default -> api.get("/products/" + Goods.skus(1).getFirst()).statusCode();
        };
    }
}
