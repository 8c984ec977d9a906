package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many users in one request, and lists of them, as callers meet it. */
@Timeout(120)
abstract class ManyUsersContract {
    private static LocalRun run;

    private final Api admin = FirstUse.administrator(run);

    @BeforeAll
    static void use(LocalRun running) {
        run = running;
    }

    @Test
    void importedUsersAreReadInTheOrderOfTheirIdsEachOnce() {
        List<String> ids = ManyUsers.ids(60);
        List<String> asked = new ArrayList<>(ids.reversed());
        asked.addAll(ids);
        asked.add("nobody");

        HttpResponse<String> imported = admin.post("/users/import", ManyUsers.imported(ids));
        Map<String, Object> read = Api.json(admin.post("/users/batch-get", ManyUsers.asked(asked)));

        assertThat(Api.json(imported)).containsEntry("imported", 60).containsEntry("failed", List.of());
        assertThat(ManyUsers.texts(read, "users", "userId")).containsExactlyElementsOf(ids.reversed());
        assertThat(ManyUsers.texts(read, "users", "email"))
                .containsExactlyElementsOf(
                        ids.reversed().stream().map(ManyUsers::emailOf).toList());
        assertThat(ManyUsers.texts(read, "missing")).containsExactly("nobody");
    }

    @Test
    void foreignIdsCountAsMissing() {
        List<String> ids = ManyUsers.ids(3);
        admin.post("/users/import", ManyUsers.imported(ids));
        Api owner = Api.at(run.url()).withToken(run.token(ids.get(1), Token.DEFAULT_SCOPE));

        Map<String, Object> read = Api.json(owner.post("/users/batch-get", ManyUsers.asked(ids)));

        assertThat(ManyUsers.texts(read, "users", "userId")).containsExactly(ids.get(1));
        assertThat(ManyUsers.texts(read, "missing")).containsExactly(ids.getFirst(), ids.getLast());
    }

    @Test
    void importReplacesAProfileAndTheLastOfTwoWins() {
        String id = ManyUsers.ids(1).getFirst();
        String etag = Api.etag(admin.post("/users", user(id, "First")));

        admin.post("/users/import", "{\"users\":[" + user(id, "Second") + "," + user(id, "Third") + "]}");

        HttpResponse<String> read = admin.with("Cache-Control", "no-cache").get("/users/" + id);
        assertThat(Api.json(read)).containsEntry("name", "Third");
        assertThat(Api.etag(read)).isNotEqualTo(etag);
        assertThat(admin.patch("/users/" + id, etag, "{\"name\":\"Fourth\"}").statusCode())
                .isEqualTo(412);
    }

    @Test
    void importedCreationIsKeptToTheMillisecond() {
        String id = ManyUsers.ids(1).getFirst();
        String dated = user(id, "Ada").replace("{", "{\"createdAt\":\"2019-04-01T08:00:00.1239Z\",");

        admin.post("/users/import", "{\"users\":[" + dated + "]}");

        assertThat(Api.json(admin.get("/users/" + id))).containsEntry("createdAt", "2019-04-01T08:00:00.123Z");
    }

    @ParameterizedTest
    @CsvSource({"name, ' '", "email, nowhere", "userId, a/b", "status, ASLEEP", "createdAt, 2999-01-01T00:00:00Z"})
    void faultyUserOfAnImportIsNamedAndNoneIsImported(String field, String value) {
        List<String> ids = ManyUsers.ids(2);
        String right = user(ids.getFirst(), "Ada");
        String faulty = user(ids.getLast(), "Ada").replaceAll("\"" + field + "\":\"[^\"]*\",?", "");
        String body = "{\"users\":[%s,{\"%s\":\"%s\",%s]}".formatted(right, field, value, faulty.substring(1));

        HttpResponse<String> refused = admin.post("/users/import", body.replace(",}", "}"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(ManyUsers.texts(Api.json(refused), "errors", "pointer")).containsExactly("/users/1/" + field);
        assertThat(admin.get("/users/" + ids.getFirst()).statusCode()).isEqualTo(404);
    }

    @Test
    void moreThanFiveHundredAreNotReadAndMoreThanAThousandNotImported() {
        HttpResponse<String> read = admin.post("/users/batch-get", ManyUsers.asked(ManyUsers.ids(501)));
        HttpResponse<String> imported = admin.post("/users/import", ManyUsers.imported(ManyUsers.ids(1_001)));

        assertThat(read.statusCode()).isEqualTo(400);
        assertThat(imported.statusCode()).isEqualTo(400);
        assertThat(ManyUsers.texts(Api.json(imported), "errors", "pointer")).containsExactly("/users");
    }

    @Test
    void listHasTheStatusesThatAreAskedFor() {
        String active = ManyUsers.ids(1).getFirst();
        String suspended = ManyUsers.ids(1).getFirst();
        String profile = user(suspended, "Eve").replace("{", "{\"status\":\"SUSPENDED\",");
        admin.post("/users/import", "{\"users\":[" + user(active, "Ada") + "," + profile + "]}");

        assertThat(newest("ACTIVE")).contains(active).doesNotContain(suspended);
        assertThat(newest("SUSPENDED")).contains(suspended).doesNotContain(active);
        assertThat(newest("SUSPENDED,ACTIVE,ACTIVE")).contains(active, suspended);
    }

    private Set<String> newest(String status) {
        Map<String, Object> page = Api.json(admin.get("/users?limit=100&status=" + status));
        return ManyUsers.texts(page, "users", "userId").stream().collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status=", "status=ASLEEP", "status=ACTIVE,", "limit=101", "limit=x", "cursor=x", "sort=name"})
    void faultyQueryOfAListIsRefused(String query) {
        assertThat(admin.get("/users?" + query).statusCode()).isEqualTo(400);
    }

    private static String user(String id, String name) {
        return "{\"userId\":\"%s\",\"email\":\"ada@example.com\",\"name\":\"%s\"}".formatted(id, name);
    }
}
