package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changing, deleting and listing users as callers meet it. */
@Timeout(120)
abstract class UsersContract {
    private static final String ADA = "{\"email\":\"ada@example.com\",\"name\":\"Ada Lovelace\"}";
    private static final String USER_SCOPES = "users:read users:write orders:read orders:write";

    private static LocalRun run;

    private final String me = "user-" + UUID.randomUUID();
    private final Api api = Api.at(run.url()).withToken(run.token(me, USER_SCOPES));
    private final Api admin = Api.at(run.url()).withToken(run.token("root", USER_SCOPES + " admin"));

    @BeforeAll
    static void use(LocalRun running) {
        run = running;
    }

    @Test
    void patchedProfileIsAnsweredAndRead() {
        String created = etag(api.post("/users", ADA));

        HttpResponse<String> patched = patch(api, created, "{\"name\":\"Zoë\"}");

        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(Api.json(patched)).containsEntry("name", "Zoë").containsEntry("email", "ada@example.com");
        HttpResponse<String> read = api.with("Cache-Control", "no-cache").get("/users/" + me);
        assertThat(Api.json(read)).isEqualTo(Api.json(patched));
        assertThat(etag(read)).isEqualTo(etag(patched)).isNotEqualTo(created);
    }

    @Test
    void patchOfAStaleVersionIsAnswered412WithTheCurrentETag() {
        String created = etag(api.post("/users", ADA));
        String current = etag(patch(api, created, "{\"name\":\"Zoë\"}"));

        HttpResponse<String> stale = patch(api, created, "{\"name\":\"Eve\"}");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(etag(stale)).isEqualTo(current);
        assertThat(Api.json(stale)).containsEntry("status", 412);
    }

    @Test
    void patchWithoutIfMatchIsAnswered428() {
        api.post("/users", ADA);

        assertThat(send("PATCH", api, "{\"name\":\"Zoë\"}").statusCode()).isEqualTo(428);
    }

    @Test
    void oneOfManyPatchesOfOneVersionWins() throws Exception {
        String created = etag(api.post("/users", ADA));
        AtomicInteger caller = new AtomicInteger();

        List<HttpResponse<String>> answers = Concurrently.call(
                50, () -> patch(api, created, "{\"name\":\"Ada %d\"}".formatted(caller.incrementAndGet())));

        List<HttpResponse<String>> winners =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 412);
        assertThat(winners).hasSize(1);
        assertThat(Api.json(api.with("Cache-Control", "no-cache").get("/users/" + me)))
                .isEqualTo(Api.json(winners.getFirst()));
    }

    @Test
    void deletedProfileIsGoneAndMayBeDeletedAgain() {
        api.post("/users", ADA);

        HttpResponse<String> deleted = send("DELETE", api, "");

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(send("DELETE", api, "").statusCode()).isEqualTo(204);
        assertThat(api.with("Cache-Control", "no-cache").get("/users/" + me).statusCode())
                .isEqualTo(404);
    }

    @Test
    void suspendedOwnerMayNeitherPatchNorDelete() {
        String created = etag(api.post("/users", ADA));
        String suspended = etag(patch(admin, created, "{\"status\":\"SUSPENDED\"}"));

        assertThat(patch(api, suspended, "{\"name\":\"Zoë\"}").statusCode()).isEqualTo(403);
        assertThat(send("DELETE", api, "").statusCode()).isEqualTo(403);
        assertThat(Api.json(api.with("Cache-Control", "no-cache").get("/users/" + me)))
                .containsEntry("status", "SUSPENDED")
                .containsEntry("name", "Ada Lovelace");
    }

    @Test
    void foreignProfileCanNeitherBePatchedNorDeleted() {
        String created = etag(api.post("/users", ADA));
        Api eve = Api.at(run.url()).withToken(run.token("eve", USER_SCOPES));

        assertThat(patch(eve, created, "{\"name\":\"Eve\"}").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", eve, "").statusCode()).isEqualTo(404);
        assertThat(Api.json(api.get("/users/" + me))).containsEntry("name", "Ada Lovelace");
    }

    @Test
    void administratorListsPageByPageNewestFirst() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.addFirst(me + "-" + i);
            admin.post("/users", "{\"userId\":\"%s-%d\",\"email\":\"a@example.com\",\"name\":\"A\"}".formatted(me, i));
        }

        List<String> listed = new ArrayList<>();
        String query = "/users?status=ACTIVE&limit=2";
        for (String next = query; next != null; next = next(query, listed, admin.get(next))) {
            assertThat(listed).hasSizeLessThan(1_000);
        }

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed.stream().filter(userId -> userId.startsWith(me))).containsExactlyElementsOf(created);
    }

    @Test
    void listIsForAdministratorsOnly() {
        assertThat(api.get("/users").statusCode()).isEqualTo(403);
        assertThat(admin.get("/users?limit=0").statusCode()).isEqualTo(400);
    }

    private static String next(String query, List<String> listed, HttpResponse<String> page) {
        Map<String, Object> json = Api.json(page);
        ((List<?>) json.get("users"))
                .forEach(user -> listed.add(((Map<?, ?>) user).get("userId").toString()));
        return json.containsKey("cursor") ? query + "&cursor=" + json.get("cursor") : null;
    }

    private HttpResponse<String> patch(Api caller, String ifMatch, String body) {
        return send("PATCH", caller.with("If-Match", ifMatch), body);
    }

    private HttpResponse<String> send(String method, Api caller, String body) {
        return caller.send(caller.request("/users/" + me)
                .header("Content-Type", "application/merge-patch+json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private static String etag(HttpResponse<String> response) {
        return response.headers().firstValue("etag").orElseThrow();
    }
}
