package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One profile as callers meet it: created and read, and what is refused. */
@Timeout(120)
abstract class ProfilesContract {
    private static final String ADA = "{\"email\":\"ada@example.com\",\"name\":\"Ada Lovelace\"}";
    private static final String USER_SCOPES = "users:read users:write orders:read orders:write";

    private static LocalRun run;

    private final String me = "user-" + UUID.randomUUID();
    private final Api anonymous = Api.at(run.url());
    private final Api api = anonymous.withToken(run.token(me, USER_SCOPES));
    private final Api admin = anonymous.withToken(run.token("root", USER_SCOPES + " admin"));

    @BeforeAll
    static void use(LocalRun running) {
        run = running;
    }

    @Test
    void createdProfileIsAnsweredWithLocationAndETag() {
        HttpResponse<String> created = api.post("/users", ADA);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("location")).contains("/users/" + me);
        assertThat(created.headers().firstValue("etag")).get().asString().startsWith("\"");
        assertThat(Api.json(created))
                .containsEntry("userId", me)
                .containsEntry("email", "ada@example.com")
                .containsEntry("name", "Ada Lovelace")
                .containsEntry("status", "ACTIVE")
                .containsOnlyKeys("userId", "email", "name", "status", "createdAt", "updatedAt");
    }

    @Test
    void ownProfileIsReadAsItWasCreated() {
        HttpResponse<String> created = api.post("/users", ADA);

        HttpResponse<String> read = api.get("/users/" + me);

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("content-type")).contains("application/json");
        assertThat(read.headers().firstValue("etag"))
                .isEqualTo(created.headers().firstValue("etag"));
        assertThat(Api.json(read)).isEqualTo(Api.json(created));
    }

    @Test
    void unchangedProfileIsAnswered304WithoutABody() {
        String etag = api.post("/users", ADA).headers().firstValue("etag").orElseThrow();

        HttpResponse<String> unchanged = api.with("If-None-Match", etag).get("/users/" + me);
        HttpResponse<String> changed = api.with("If-None-Match", "\"another\"").get("/users/" + me);

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.headers().firstValue("etag")).contains(etag);
        assertThat(unchanged.body()).isEmpty();
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @Test
    void noCacheIsAnsweredFromTheTable() {
        api.post("/users", ADA);

        HttpResponse<String> read = api.with("Cache-Control", "no-cache").get("/users/" + me);

        assertThat(read.statusCode()).isEqualTo(200);
    }

    @Test
    void anotherUsersProfileLooksExactlyLikeAMissingOne() {
        String other = "user-" + UUID.randomUUID();
        anonymous.withToken(run.token(other, USER_SCOPES)).post("/users", ADA);

        HttpResponse<String> foreign = api.get("/users/" + other);
        HttpResponse<String> missing = api.get("/users/nobody");

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(missing));
    }

    @Test
    void administratorReadsEverybody() {
        api.post("/users", ADA);

        assertThat(admin.get("/users/" + me).statusCode()).isEqualTo(200);
        assertThat(admin.get("/users/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void secondProfileIsAConflict() {
        api.post("/users", ADA);

        HttpResponse<String> second = api.post("/users", ADA);

        assertThat(second.statusCode()).isEqualTo(409);
        assertProblem(second, 409);
    }

    @Test
    void administratorCreatesAProfileForSomebodyElse() {
        HttpResponse<String> created = admin.post(
                "/users",
                "{\"userId\":\"%s\",\"email\":\"ada@example.com\",\"name\":\"Ada\",\"status\":\"SUSPENDED\"}"
                        .formatted(me));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("location")).contains("/users/" + me);
        assertThat(Api.json(created)).containsEntry("status", "SUSPENDED");
    }

    @Test
    void suspendedOwnerMayReadTheOwnProfileAndNothingElse() {
        administratorCreatesAProfileForSomebodyElse();

        assertThat(api.get("/users/" + me).statusCode()).isEqualTo(200);
        assertThat(api.post("/users", ADA).statusCode()).isEqualTo(403);
    }

    @Test
    void namingAnotherUserTakesAnAdministrator() {
        HttpResponse<String> refused =
                api.post("/users", "{\"userId\":\"root\",\"email\":\"ada@example.com\",\"name\":\"Ada\"}");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(pointers(refused)).containsExactly("/userId");
    }

    @Test
    void eachFaultyFieldIsNamed() {
        HttpResponse<String> bad =
                api.post("/users", "{\"email\":\"nowhere\",\"name\":7,\"shoeSize\":42,\"address\":{\"city\":[1]}}");

        assertThat(bad.statusCode()).isEqualTo(400);
        assertProblem(bad, 400);
        assertThat(pointers(bad)).contains("/email", "/name", "/shoeSize", "/address");
    }

    @Test
    void missingFieldsAreNamed() {
        assertThat(pointers(api.post("/users", "{}"))).containsExactlyInAnyOrder("/email", "/name");
    }

    @Test
    void malformedJsonIsABadRequest() {
        HttpResponse<String> bad = api.post("/users", "{\"email\": ");

        assertThat(bad.statusCode()).isEqualTo(400);
        assertProblem(bad, 400);
    }

    @Test
    void bodyOverOneMebibyteIsTooLarge() {
        HttpResponse<String> large = api.post("/users", "{\"name\":\"" + "a".repeat(1 << 20) + "\"}");

        assertThat(large.statusCode()).isEqualTo(413);
        assertProblem(large, 413);
    }

    @Test
    void bodyThatIsNoJsonIsAnUnsupportedMediaType() {
        var text = api.request("/users").header("Content-Type", "text/plain").POST(BodyPublishers.ofString(ADA));

        assertThat(api.send(text).statusCode()).isEqualTo(415);
    }

    @Test
    void callerWithoutATokenIsUnauthorized() {
        HttpResponse<String> refused = anonymous.get("/users/" + me);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void tokenOfAnotherIssuerIsUnauthorized() {
        String token = run.token(me, USER_SCOPES);
        String forged = token.substring(0, token.length() - 4) + "AAAA";

        assertThat(anonymous.withToken(forged).get("/users/" + me).statusCode()).isEqualTo(401);
    }

    @Test
    void tokenWithoutTheRoutesScopeIsForbidden() {
        Api reader = anonymous.withToken(run.token(me, "users:read"));

        HttpResponse<String> refused = reader.post("/users", ADA);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(reader.get("/users/" + me).statusCode()).isEqualTo(404);
    }

    @Test
    void unknownRouteIsNotFound() {
        HttpResponse<String> unknown = api.get("/nothing");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    @Tag("full")
    void oneOfManyAtOnceCreatesTheProfile() throws Exception {
        List<Integer> statuses =
                Concurrently.call(20, () -> api.post("/users", ADA).statusCode());

        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    }

    private static void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(Api.json(response)).containsEntry("status", status).containsKeys("title", "detail");
    }

    private static List<Object> pointers(HttpResponse<String> response) {
        return ((List<?>) Api.json(response).get("errors"))
                .stream()
                        .<Object>map(fault -> ((Map<?, ?>) fault).get("pointer"))
                        .toList();
    }

    private static Map<String, Object> withoutInstance(HttpResponse<String> response) {
        Map<String, Object> problem = Api.json(response);
        problem.remove("instance");
        return problem;
    }
}
