package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.frontdoor.Call;
import dev.warmpath.local.frontdoor.Calls;
import dev.warmpath.local.frontdoor.Calls.Count;
import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Latency.Fixed;
import dev.warmpath.local.frontdoor.Rule;
import dev.warmpath.local.frontdoor.Rules;
import dev.warmpath.local.frontdoor.Service;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many calls of the store a request of the users API makes, and what it does where they fail. */
@Timeout(120)
@ExtendWith(ProjectRun.class)
class StoreCallsIT {
    private static final String ADA = "{\"email\":\"ada@example.com\",\"name\":\"Ada Lovelace\"}";

    private static LocalRun run;

    private final String me = "user-" + UUID.randomUUID();
    private final Api api = Api.at(run.url()).withToken(run.token(me, "users:read users:write"));
    private final Api admin = FirstUse.administrator(run);
    private final Calls calls = run.frontDoor().calls();
    private final Rules rules = run.frontDoor().rules();

    @BeforeAll
    static void use(LocalRun running) throws Exception {
        run = running;
        FirstUse.ofUsers(run);
    }

    @BeforeEach
    void countFromZero() {
        calls.reset();
    }

    @AfterEach
    void removeRules() {
        rules.clear();
        run.frontDoor().latencies().clear();
    }

    @Test
    void creatingAUserIsOnePut() {
        assertThat(create().statusCode()).isEqualTo(201);

        assertThat(calls.of("CreateUser", "PutItem")).isEqualTo(1);
        assertThat(calls.of("CreateUser")).isEqualTo(1);
    }

    @Test
    void uncachedGetIsOneRead() {
        create();

        assertThat(get().statusCode()).isEqualTo(200);

        assertThat(calls.of("GetUser", "GetItem")).isEqualTo(1);
        assertThat(calls.of("GetUser")).isEqualTo(1);
    }

    @Test
    void cachedGetAndItsNotModifiedAnswerMakeNoCall() {
        String etag = create().headers().firstValue("etag").orElseThrow();
        get();
        calls.reset();

        assertThat(get().statusCode()).isEqualTo(200);
        assertThat(api.with("If-None-Match", etag).get("/users/" + me).statusCode())
                .isEqualTo(304);

        assertThat(calls.of("GetUser")).isZero();
    }

    /** How long the old state may be answered is shown by {@link StalenessIT}. */
    @Test
    void changeByAnotherFunctionIsSeenOnceSomebodyAsksPastTheCache() {
        String created = Api.etag(create());
        get();
        api.patch("/users/" + me, created, "{\"name\":\"Zoë\"}");

        assertThat(Api.json(get())).containsEntry("name", "Ada Lovelace");
        HttpResponse<String> latest = api.with("Cache-Control", "no-cache").get("/users/" + me);
        assertThat(Api.json(latest)).containsEntry("name", "Zoë");
        assertThat(Api.json(get())).containsEntry("name", "Zoë");
    }

    @Test
    void changeByAnotherFunctionIsSeenInABatchOnceSomebodyAsksPastTheCache() {
        String created = Api.etag(create());
        batchGet(List.of(me));
        api.patch("/users/" + me, created, "{\"name\":\"Zoë\"}");

        assertThat(namesOf(batchGet(List.of(me)))).containsExactly("Ada Lovelace");
        Api fresh = admin.with("Cache-Control", "no-cache");
        assertThat(namesOf(fresh.post("/users/batch-get", ManyUsers.asked(List.of(me)))))
                .containsExactly("Zoë");
        assertThat(namesOf(batchGet(List.of(me)))).containsExactly("Zoë");
    }

    @Test
    void noCacheReadsTheTableEachTime() {
        create();
        Api fresh = api.with("Cache-Control", "no-cache");
        fresh.get("/users/" + me);
        fresh.get("/users/" + me);

        assertThat(calls.of("GetUser", "GetItem")).isEqualTo(2);
    }

    @Test
    void patchIsOneUpdate() {
        String created = Api.etag(create());

        assertThat(api.patch("/users/" + me, created, "{\"name\":\"Zoë\"}").statusCode())
                .isEqualTo(200);

        assertThat(calls.of("UpdateUser", "UpdateItem")).isEqualTo(1);
        assertThat(calls.of("UpdateUser")).isEqualTo(1);
    }

    @Test
    void stalePatchIsOneUpdateToo() {
        create();

        assertThat(api.patch("/users/" + me, "\"1\"", "{\"name\":\"Zoë\"}").statusCode())
                .isEqualTo(412);

        assertThat(calls.of("UpdateUser")).isEqualTo(1);
    }

    @Test
    void deletionIsOneDeletion() {
        create();

        assertThat(api.delete("/users/" + me).statusCode()).isEqualTo(204);

        assertThat(calls.of("DeleteUser", "DeleteItem")).isEqualTo(1);
        assertThat(calls.of("DeleteUser")).isEqualTo(1);
    }

    @Test
    void importOfAThousandIsFortyWrites() {
        HttpResponse<String> imported = admin.post("/users/import", ManyUsers.imported(ManyUsers.ids(1_000)));

        assertThat(Api.json(imported)).containsEntry("imported", 1_000);
        assertThat(calls.of("ImportUsers", "BatchWriteItem")).isEqualTo(40);
        assertThat(calls.of("ImportUsers")).isEqualTo(40);
    }

    @Test
    void batchGetOfFiveHundredIsFiveReadsAtOnce() {
        List<String> ids = imported(500);
        delayCalls();

        assertThat(usersOf(batchGet(ids))).containsExactlyElementsOf(ids);

        assertThat(count("BatchGetUsers", "BatchGetItem").calls()).isEqualTo(5);
        assertThat(count("BatchGetUsers", "BatchGetItem").mostAtOnce()).isEqualTo(5);
        assertThat(calls.of("BatchGetUsers")).isEqualTo(5);
    }

    @Test
    void batchGetReadsOnlyWhatIsNotCached() {
        List<String> ids = imported(500);
        batchGet(ids.subList(0, 400));
        calls.reset();

        assertThat(usersOf(batchGet(ids))).containsExactlyElementsOf(ids);
        assertThat(calls.of("BatchGetUsers", "BatchGetItem")).isEqualTo(1);
        assertThat(calls.of("BatchGetUsers")).isEqualTo(1);
    }

    @Test
    void cachedBatchGetMakesNoCall() {
        List<String> ids = imported(500);
        batchGet(ids);
        calls.reset();

        assertThat(usersOf(batchGet(ids))).containsExactlyElementsOf(ids);
        assertThat(calls.of("BatchGetUsers")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"ACTIVE; 4", "SUSPENDED; 4", "ACTIVE,SUSPENDED; 8"})
    void listIsOneQueryOfEachStatusAndShardAllAtOnce(String statuses, int queries) {
        delayCalls();

        assertThat(admin.get("/users?limit=1&status=" + statuses).statusCode()).isEqualTo(200);

        assertThat(count("ListUsers", "Query").calls()).isEqualTo(queries);
        assertThat(count("ListUsers", "Query").mostAtOnce()).isEqualTo(queries);
        assertThat(calls.of("ListUsers")).isEqualTo(queries);
    }

    @Test
    void throttledReadIsRepeatedAndTheCallerSeesNothingOfIt() {
        create();
        rules.add(Rule.of(new Throttling("ProvisionedThroughputExceededException"))
                .function("GetUser")
                .calls(2));

        assertThat(get().statusCode()).isEqualTo(200);

        assertThat(calls.of("GetUser", "GetItem")).isEqualTo(3);
    }

    @Test
    void readThatFailsEachTimeIsAServerErrorAndIsNotCached() {
        create();
        rules.add(Rule.of(new ServerError(500)).function("GetUser"));
        assertThat(get().statusCode()).isGreaterThanOrEqualTo(500);
        rules.clear();

        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void lostAnswerOfACreationLeavesOneProfile() {
        rules.add(Rule.of(new LostAnswer()).function("CreateUser").calls(1));

        create();

        assertThat(calls.of("CreateUser", "PutItem")).isEqualTo(2);
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("full")
    void batchGetAndImportAreCompleteInTheirTimeThoughSomeCallsFail() {
        List<String> ids = ManyUsers.ids(1_000);
        rules.set(ManyUsers.faultsOf("ImportUsers", 1));
        HttpResponse<String> imported = admin.post("/users/import", ManyUsers.imported(ids));
        rules.set(ManyUsers.faultsOf("BatchGetUsers", 1));

        assertThat(Api.json(imported)).containsEntry("imported", 1_000).containsEntry("failed", List.of());
        assertThat(usersOf(batchGet(ids.subList(0, 500)))).containsExactlyElementsOf(ids.subList(0, 500));
        assertThat(usersOf(batchGet(ids.subList(500, 1_000)))).containsExactlyElementsOf(ids.subList(500, 1_000));
    }

    /** So long that calls which may be under way at once are so. */
    private static void delayCalls() {
        run.frontDoor().latencies().set(Map.of(Service.DYNAMODB, new Fixed(Duration.ofMillis(500))));
    }

    private List<String> imported(int count) {
        List<String> ids = ManyUsers.ids(count);
        admin.post("/users/import", ManyUsers.imported(ids));
        return ids;
    }

    private HttpResponse<String> batchGet(List<String> ids) {
        return admin.post("/users/batch-get", ManyUsers.asked(ids));
    }

    private static List<String> usersOf(HttpResponse<String> answer) {
        return ManyUsers.texts(Api.json(answer), "users", "userId");
    }

    private static List<String> namesOf(HttpResponse<String> answer) {
        return ManyUsers.texts(Api.json(answer), "users", "name");
    }

    private Count count(String function, String operation) {
        Call call = new Call(Service.DYNAMODB, function, operation);
        return calls.all().stream()
                .filter(count -> count.call().equals(call))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> create() {
        return api.post("/users", ADA);
    }

    private HttpResponse<String> get() {
        return api.get("/users/" + me);
    }
}
