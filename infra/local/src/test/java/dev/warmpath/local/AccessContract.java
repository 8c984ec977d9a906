package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what: each route, asked by everybody about the profile of one user. */
@Timeout(120)
abstract class AccessContract {
    private static LocalRun run;

    private final Shopper owner = Shopper.withoutProfile(run);
    private final Callers callers = new Callers(run, owner);
    private final String user = owner.userId();
    private final String profile = owner.profile();

    @BeforeAll
    static void use(LocalRun running) {
        run = running;
    }

    /** A batch-get is answered 200 in any case; 404 stands for a profile that it counts as missing. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
                    ROUTE,       CALLER,        STATUS
                    create,      owner,         409
                    create,      suspended,     403
                    create,      stranger,      201
                    createFor,   owner,         403
                    createFor,   suspended,     403
                    createFor,   stranger,      403
                    createFor,   administrator, 409
                    createFor,   nobody,        401
                    createFor,   unscoped,      403
                    get,         owner,         200
                    get,         suspended,     200
                    get,         stranger,      404
                    get,         administrator, 200
                    get,         nobody,        401
                    get,         unscoped,      403
                    patch,       owner,         200
                    patch,       suspended,     403
                    patch,       stranger,      404
                    patch,       administrator, 200
                    patch,       nobody,        401
                    patch,       unscoped,      403
                    patchStatus, owner,         403
                    patchStatus, suspended,     403
                    patchStatus, stranger,      404
                    patchStatus, administrator, 200
                    delete,      owner,         204
                    delete,      suspended,     403
                    delete,      stranger,      404
                    delete,      administrator, 204
                    delete,      nobody,        401
                    delete,      unscoped,      403
                    list,        owner,         403
                    list,        suspended,     403
                    list,        stranger,      403
                    list,        administrator, 200
                    list,        nobody,        401
                    list,        unscoped,      403
                    import,      owner,         403
                    import,      suspended,     403
                    import,      stranger,      403
                    import,      administrator, 200
                    import,      nobody,        401
                    import,      unscoped,      403
                    batchGet,    owner,         200
                    batchGet,    suspended,     200
                    batchGet,    stranger,      404
                    batchGet,    administrator, 200
                    batchGet,    nobody,        401
                    batchGet,    unscoped,      403
                    """)
    void eachCallerMayDoWhatTheDesignSays(String route, String caller, int status) {
        String etag = owner.createProfile(caller.equals("suspended") ? "SUSPENDED" : "ACTIVE");
        Map<String, Object> before = table();

        assertThat(call(route, as(caller), etag)).isEqualTo(status);

        if (status >= 400) {
            assertThat(table()).isEqualTo(before);
        }
    }

    private Map<String, Object> table() {
        return Api.json(owner.admin().with("Cache-Control", "no-cache").get(profile));
    }

    private Api as(String caller) {
        return caller.equals("unscoped") ? callers.ownerWith("orders:read") : callers.as(caller);
    }

    private int call(String route, Api api, String etag) {
        return switch (route) {
            case "create" ->
                api.post("/users", "{\"email\":\"eve@example.com\",\"name\":\"Eve\"}")
                        .statusCode();
            case "createFor" ->
                api.post("/users", "{\"userId\":\"%s\",\"email\":\"eve@example.com\",\"name\":\"Eve\"}".formatted(user))
                        .statusCode();
            case "get" -> api.get(profile).statusCode();
            case "patch" -> api.patch(profile, etag, "{\"name\":\"Eve\"}").statusCode();
            case "patchStatus" ->
                api.patch(profile, etag, "{\"status\":\"SUSPENDED\"}").statusCode();
            case "delete" -> api.delete(profile).statusCode();
            case "list" -> api.get("/users").statusCode();
            case "import" ->
                api.post("/users/import", ManyUsers.imported(List.of(user))).statusCode();
            default -> batchGet(api);
        };
    }

    private int batchGet(Api api) {
        HttpResponse<String> answer = api.post("/users/batch-get", ManyUsers.asked(List.of(user)));
        boolean missing = answer.statusCode() == 200
                && ManyUsers.texts(Api.json(answer), "missing").contains(user);
        return missing ? 404 : answer.statusCode();
    }
}
