package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.frontdoor.Calls;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a function reads from the cache on Valkey that another one has written: all of it, and nothing from the table. */
@Timeout(120)
class SharedCacheCallsIT {
    private static final String ADA = "{\"email\":\"ada@example.com\",\"name\":\"Ada Lovelace\"}";
    private static final List<String> READERS = List.of("GetUser", "BatchGetUsers");

    private static LocalRun run;

    private final String me = "user-" + UUID.randomUUID();
    private final String profile = "/users/" + me;
    private final Api api = Api.at(run.url()).withToken(run.token(me, "users:read users:write"));
    private final Api admin = FirstUse.administrator(run);
    private final Calls calls = run.frontDoor().calls();

    @BeforeAll
    static void start() throws Exception {
        run = LocalRun.start(
                TestRuns.ofTheProject(SharedCacheOption.VALKEY, 1, Map.of("UsersCacheTtlSeconds", "300")),
                TestRuns.listening(new ConcurrentLinkedQueue<>()));
        FirstUse.ofAllFunctions(run);
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @BeforeEach
    void countFromZero() {
        calls.reset();
    }

    @Test
    void createdUserIsReadWithoutACall() {
        String created = Api.etag(api.post("/users", ADA));

        HttpResponse<String> read = api.get(profile);

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(Api.etag(read)).isEqualTo(created);
        assertNothingIsReadFromTheTable();
    }

    @Test
    void patchedUserIsReadWithoutACall() {
        String created = Api.etag(api.post("/users", ADA));
        String patched = Api.etag(api.patch(profile, created, "{\"name\":\"Zoë\"}"));

        HttpResponse<String> read = api.get(profile);

        assertThat(Api.etag(read)).isEqualTo(patched);
        assertThat(Api.json(read)).containsEntry("name", "Zoë");
        assertNothingIsReadFromTheTable();
    }

    @Test
    void deletedUserIsKnownToBeGoneWithoutACall() {
        api.post("/users", ADA);
        api.delete(profile);

        assertThat(api.get(profile).statusCode()).isEqualTo(404);
        assertNothingIsReadFromTheTable();
    }

    @Test
    void importedUsersAreReadWithoutACall() {
        List<String> ids = ManyUsers.ids(500);
        admin.post("/users/import", ManyUsers.imported(ids));

        Map<String, Object> answer = Api.json(admin.post("/users/batch-get", ManyUsers.asked(ids)));

        assertThat(ManyUsers.texts(answer, "users", "userId")).containsExactlyElementsOf(ids);
        assertNothingIsReadFromTheTable();
    }

    @Test
    void whatOneFunctionReadFromTheTableAnotherNeedNot() {
        List<String> ids = ManyUsers.ids(1);
        admin.post("/users/import", ManyUsers.imported(ids));
        admin.with("Cache-Control", "no-cache").get("/users/" + ids.getFirst());
        calls.reset();

        Map<String, Object> answer = Api.json(admin.post("/users/batch-get", ManyUsers.asked(ids)));

        assertThat(ManyUsers.texts(answer, "users", "userId")).containsExactlyElementsOf(ids);
        assertNothingIsReadFromTheTable();
    }

    private void assertNothingIsReadFromTheTable() {
        assertThat(READERS).allSatisfy(reader -> assertThat(calls.of(reader)).isZero());
    }
}
