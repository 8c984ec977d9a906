package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.frontdoor.Calls;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function reads from the cache on Valkey that another one has written: all of it, and nothing from the table. */
@Tag("full")
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
        FirstUse.of(run, "CreateUser", "UpdateUser", "DeleteUser", "ImportUsers", "GetUser", "BatchGetUsers");
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
    void whatOneFunctionReadFromTheTableAnotherNeedNot() throws Exception {
        List<String> ids = ManyUsers.ids(1);
        admin.post("/users/import", ManyUsers.imported(ids));
        try (ValkeyClient client = ValkeyClient.of(run.valkey().orElseThrow())) {
            client.call("FLUSHALL");
        }
        admin.get("/users/" + ids.getFirst());
        assertThat(calls.of("GetUser")).isEqualTo(1);
        calls.reset();

        Map<String, Object> answer = Api.json(admin.post("/users/batch-get", ManyUsers.asked(ids)));

        assertThat(ManyUsers.texts(answer, "users", "userId")).containsExactlyElementsOf(ids);
        assertNothingIsReadFromTheTable();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "",
                "C1 garbage",
                "C1 9223372036854775807 user-1 V garbage",
                "C1 99999999999999999999 user-1 V\n{}",
                "C1 0000000000000000001 user-1 V\n{}",
                "C1 0000000000000000001 user-1 V\n{\"userId\":7",
                "C1 0000000000000000001 user-0 V\n{}",
                "\u00ff\u00fe"
            })
    void garbageUnderEachKeyIsReadAsNothingAndReplaced(String garbage) throws Exception {
        List<String> ids = ManyUsers.ids(20);
        admin.post("/users/import", ManyUsers.imported(ids));

        putUnderEachKey("SET", garbage);

        assertAllAreRight(ids);
        assertThat(calls.of("BatchGetUsers")).isEqualTo(1);
        assertThat(calls.of("GetUser")).isZero();
    }

    @Test
    void valuesOfAnotherKindAreReadAsNothingAndReplaced() throws Exception {
        List<String> ids = ManyUsers.ids(20);
        admin.post("/users/import", ManyUsers.imported(ids));

        putUnderEachKey("RPUSH", "garbage");

        assertAllAreRight(ids);
        assertThat(calls.of("BatchGetUsers")).isEqualTo(1);
        assertThat(calls.of("GetUser")).isZero();
    }

    /** It stays, so that each function reads the table. */
    @Test
    void unreadableValueOfTheHighestVersionIsReadAsNothing() throws Exception {
        List<String> ids = ManyUsers.ids(20);
        admin.post("/users/import", ManyUsers.imported(ids));

        putUnderEachKey("SET", "C1 9223372036854775807 user-1 V\n{}");

        assertAllAreRight(ids);
    }

    private static void putUnderEachKey(String command, String value) throws IOException {
        try (ValkeyClient client = ValkeyClient.of(run.valkey().orElseThrow())) {
            List<String> keys = client.call("KEYS", "*");
            assertThat(keys).hasSizeGreaterThanOrEqualTo(20);
            for (String key : keys) {
                client.call("DEL", key);
                assertThat(client.call(command, key, value)).isSubsetOf("+OK", ":1");
            }
        }
    }

    /** By two functions, of which the first repairs what the second finds. */
    private void assertAllAreRight(List<String> ids) {
        Map<String, Object> answer = Api.json(admin.post("/users/batch-get", ManyUsers.asked(ids)));
        assertThat(ManyUsers.texts(answer, "users", "name"))
                .isEqualTo(ids.stream().map(ManyUsers::nameOf).toList());
        assertThat(ids)
                .allSatisfy(id -> assertThat(Api.json(admin.get("/users/" + id)))
                        .containsEntry("email", ManyUsers.emailOf(id))
                        .containsEntry("name", ManyUsers.nameOf(id)));
    }

    private void assertNothingIsReadFromTheTable() {
        assertThat(READERS).allSatisfy(reader -> assertThat(calls.of(reader)).isZero());
    }
}
