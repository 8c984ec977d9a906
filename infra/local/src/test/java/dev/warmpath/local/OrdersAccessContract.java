package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with orders and inventory: each route, asked by everybody about the order of one user. */
@Timeout(120)
abstract class OrdersAccessContract {
    private static LocalRun run;

    private final Shopper owner = Shopper.of(run);
    private final Callers callers = new Callers(run, owner);

    @BeforeAll
    static void use(LocalRun running) {
        run = running;
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
                    """)
    void eachCallerMayDoWithAnOrderWhatTheDesignSays(String route, String caller, int status) throws Exception {
        String orderId = confirmedOrder();
        if (caller.equals("suspended")) {
            suspendOwner();
        }
        Map<String, Object> before = owner.order(orderId);

        HttpResponse<String> answer = call(route, as(caller), "/orders/" + orderId, queryOf(caller));

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status >= 400) {
            assertThat(owner.order(orderId)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
                    ROUTE,        CALLER,           STATUS
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
        if (caller.equals("suspended")) {
            suspendOwner();
        }

        assertThat(call(route, as(caller), queryOf(caller)).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "GET, /details", "POST, /cancel"})
    void orderOfAnotherUserLooksLikeNone(String method, String route) {
        String order = "/orders/" + owner.place(1, Goods.skus(1)) + route;
        Api stranger = as("stranger");

        Map<String, Object> foreign = problem(stranger, method, order);
        Map<String, Object> named = problem(stranger, method, order + "?userId=" + owner.userId());
        Map<String, Object> none = problem(stranger, method, "/orders/" + UUID.randomUUID() + route);

        assertThat(foreign).isEqualTo(none);
        assertThat(named).isEqualTo(none);
    }

    @Test
    void listHasNobodyElsesOrders() {
        String orderId = owner.place(1, Goods.skus(1));

        assertThat(idsOf(as("owner"), "/orders")).containsExactly(orderId);
        assertThat(idsOf(as("administrator"), "/orders?userId=" + owner.userId()))
                .containsExactly(orderId);
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

    private String confirmedOrder() throws InterruptedException {
        String orderId = owner.place(1, owner.stocked(1, 1));
        assertThat(owner.decided(orderId)).containsEntry("status", "CONFIRMED");
        return orderId;
    }

    private void suspendOwner() {
        String etag = Api.etag(owner.admin().get(owner.profile()));
        HttpResponse<String> suspended = owner.admin().patch(owner.profile(), etag, "{\"status\":\"SUSPENDED\"}");
        assertThat(suspended.statusCode()).isEqualTo(200);
    }

    private Api as(String caller) {
        return switch (caller) {
            case "reader" -> callers.ownerWith("orders:read users:read users:write");
            case "writer" -> callers.ownerWith("orders:write users:read users:write");
            default -> callers.as(caller);
        };
    }

    private String queryOf(String caller) {
        return caller.endsWith("For") ? "?userId=" + owner.userId() : "";
    }

    private static HttpResponse<String> call(String route, Api api, String order, String query) {
        return switch (route) {
            case "get" -> api.get(order + query);
            case "details" -> api.get(order + "/details" + query);
            default -> api.post(order + "/cancel" + query, "");
        };
    }

    private static HttpResponse<String> call(String route, Api api, String query) {
        return switch (route) {
            case "list" -> api.get("/orders" + query);
            case "place" -> api.post("/orders", Goods.order(1, Goods.skus(1)));
            case "placeMany" -> api.post("/orders/batch", Goods.orders(2, Goods.skus(1)));
            case "putInventory" -> api.put("/inventory", Goods.inventory(1, Goods.skus(1)));
            case "getInventory" -> api.post("/inventory/batch-get", Goods.asked(Goods.skus(1)));
            default -> api.get("/products/" + Goods.skus(1).getFirst());
        };
    }
}
