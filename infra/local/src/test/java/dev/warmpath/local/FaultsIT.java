package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.frontdoor.Fault;
import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import dev.warmpath.local.frontdoor.Rule;
import dev.warmpath.local.frontdoor.Rules;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is answered, and what the table holds, where calls of the store fail. */
@Tag("full")
@Timeout(180)
class FaultsIT {
    private static final String ADA = "{\"email\":\"ada@example.com\",\"name\":\"Ada Lovelace\"}";
    private static final String ZOE = "{\"name\":\"Zoë\"}";
    private static final Fault THROTTLING = new Throttling("ProvisionedThroughputExceededException");

    private static LocalRun run;
    private static UsersTable table;

    private final String me = "user-" + UUID.randomUUID();
    private final String profile = "/users/" + me;
    private final Api api = Api.at(run.url()).withToken(run.token(me, "users:read users:write"));
    private final Api admin = FirstUse.administrator(run);
    private final Rules rules = run.frontDoor().rules();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        RunOptions options = TestRuns.withTimeout(3, Set.of("BatchGetUsers", "ImportUsers"), folder);
        run = LocalRun.start(options, TestRuns.listening(new ConcurrentLinkedQueue<>()));
        FirstUse.of(run, "BatchGetUsers", "ImportUsers");
        table = UsersTable.of(run);
    }

    @AfterAll
    static void stop() {
        table.close();
        run.close();
    }

    @AfterEach
    void removeRules() {
        rules.clear();
    }

    @Test
    void batchGetIsCompleteOrSaysWhatIsMissing() {
        batchGetIsCompleteOrSaysWhatIsMissing(1);
    }

    private void batchGetIsCompleteOrSaysWhatIsMissing(long seed) {
        List<String> ids = imported(480);
        List<String> asked = new ArrayList<>(ids);
        asked.addAll(ManyUsers.ids(20));
        failSomeCalls(seed);

        Map<String, Object> answer = batchGet(asked);
        rules.clear();

        List<String> unprocessed = ManyUsers.texts(answer, "unprocessed");
        assertAnswersEachOnce(answer, asked);
        assertThat(ids).containsAll(found(answer));
        assertThat(ManyUsers.texts(answer, "missing")).doesNotContainAnyElementsOf(ids);
        assertThat(ManyUsers.texts(answer, "users", "name"))
                .isEqualTo(found(answer).stream().map(ManyUsers::nameOf).toList());
        assertRepeatedBatchGetIsComplete(unprocessed);
    }

    @Test
    void importIsCompleteOrSaysWhatIsMissing() {
        importIsCompleteOrSaysWhatIsMissing(1);
    }

    private void importIsCompleteOrSaysWhatIsMissing(long seed) {
        List<String> ids = ManyUsers.ids(1_000);
        failSomeCalls(seed);

        Map<String, Object> answer = importing(ids);
        rules.clear();

        assertTellsWhatIsStored(answer, ids);
        assertRepeatedImportIsComplete(answer, ids);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void batchesAreCompleteOrSayWhatIsMissingWhateverFails(long seed) {
        batchGetIsCompleteOrSaysWhatIsMissing(seed);
        importIsCompleteOrSaysWhatIsMissing(seed);
    }

    @Test
    void batchGetThatRunsOutOfTimeAnswersWhatItHas() {
        List<String> ids = imported(500);
        rules.set(
                List.of(Rule.of(new Unprocessed(0.9)).function("BatchGetUsers").seed(1)));

        Map<String, Object> answer = batchGet(ids);
        rules.clear();

        List<String> unprocessed = ManyUsers.texts(answer, "unprocessed");
        assertThat(found(answer)).isNotEmpty();
        assertThat(unprocessed).isNotEmpty();
        assertAnswersEachOnce(answer, ids);
        assertThat(ManyUsers.texts(answer, "missing")).isEmpty();
        assertRepeatedBatchGetIsComplete(unprocessed);
    }

    @Test
    void importThatRunsOutOfTimeSaysWhatIsLeft() {
        List<String> ids = ManyUsers.ids(1_000);
        rules.set(List.of(Rule.of(new Unprocessed(0.9)).function("ImportUsers").seed(1)));

        Map<String, Object> answer = importing(ids);
        rules.clear();

        assertThat(failed(answer)).isNotEmpty().hasSizeLessThan(1_000);
        assertTellsWhatIsStored(answer, ids);
        assertRepeatedImportIsComplete(answer, ids);
    }

    @Test
    void batchGetOfAStoreThatThrottlesEverythingLeavesEverything() {
        List<String> ids = imported(500);
        rules.set(List.of(Rule.of(THROTTLING).function("BatchGetUsers")));

        Map<String, Object> answer = batchGet(ids);
        rules.clear();

        assertThat(ManyUsers.texts(answer, "unprocessed")).isEqualTo(ids);
        assertThat(found(answer)).isEmpty();
        assertThat(ManyUsers.texts(answer, "missing")).isEmpty();
        assertRepeatedBatchGetIsComplete(ids);
    }

    @Test
    void importIntoAStoreThatThrottlesEverythingFailsForEachUser() {
        List<String> ids = ManyUsers.ids(1_000);
        rules.set(List.of(Rule.of(THROTTLING).function("ImportUsers")));

        Map<String, Object> answer = importing(ids);
        rules.clear();

        assertThat(answer).containsEntry("imported", 0);
        assertThat(failed(answer)).isEqualTo(ids);
        assertThat(rowsOf(ids)).isEmpty();
        assertRepeatedImportIsComplete(answer, ids);
    }

    @Test
    void lostAnswerOfACreationIsOneCreation() {
        rules.set(List.of(Rule.of(new LostAnswer()).function("CreateUser").calls(1)));

        HttpResponse<String> created = api.post("/users", ADA);

        assertThat(created.statusCode()).isEqualTo(201);
        assertTableHolds(created);
    }

    @Test
    void lostAnswerOfAPatchIsOneChange() {
        String created = Api.etag(api.post("/users", ADA));
        rules.set(List.of(Rule.of(new LostAnswer()).function("UpdateUser").calls(1)));

        HttpResponse<String> patched = api.patch(profile, created, ZOE);

        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(Api.json(patched)).containsEntry("name", "Zoë");
        assertTableHolds(patched);
    }

    @Test
    void lostAnswerOfADeletionIsADeletion() {
        api.post("/users", ADA);
        rules.set(List.of(Rule.of(new LostAnswer()).function("DeleteUser").calls(1)));

        assertThat(api.delete(profile).statusCode()).isEqualTo(204);
        assertThat(table.row(me)).isEmpty();
    }

    @Test
    void lostAnswersOfAnImportAreOneImport() {
        List<String> ids = ManyUsers.ids(100);
        rules.set(List.of(Rule.of(new LostAnswer()).function("ImportUsers").calls(3)));

        Map<String, Object> answer = importing(ids);

        assertThat(answer).containsEntry("imported", 100);
        assertRowsAreRight(ids);
    }

    private void failSomeCalls(long seed) {
        rules.set(Stream.of("BatchGetUsers", "ImportUsers")
                .flatMap(function -> ManyUsers.faultsOf(function, seed).stream())
                .toList());
    }

    private List<String> imported(int count) {
        List<String> ids = ManyUsers.ids(count);
        assertThat(importing(ids)).containsEntry("imported", count);
        return ids;
    }

    private Map<String, Object> importing(List<String> ids) {
        return ok(admin.post("/users/import", ManyUsers.imported(ids)));
    }

    private Map<String, Object> batchGet(Collection<String> ids) {
        return ok(admin.post("/users/batch-get", ManyUsers.asked(ids)));
    }

    private static Map<String, Object> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer);
    }

    private static List<String> found(Map<String, Object> answer) {
        return ManyUsers.texts(answer, "users", "userId");
    }

    private static List<String> failed(Map<String, Object> answer) {
        return ManyUsers.texts(answer, "failed", "userId");
    }

    private static void assertAnswersEachOnce(Map<String, Object> answer, List<String> asked) {
        List<String> told = new ArrayList<>(found(answer));
        told.addAll(ManyUsers.texts(answer, "missing"));
        told.addAll(ManyUsers.texts(answer, "unprocessed"));
        assertThat(told).containsExactlyInAnyOrderElementsOf(asked);
    }

    private void assertRepeatedBatchGetIsComplete(List<String> unprocessed) {
        if (!unprocessed.isEmpty()) {
            Map<String, Object> repeated = batchGet(unprocessed);
            assertThat(ManyUsers.texts(repeated, "unprocessed")).isEmpty();
            assertAnswersEachOnce(repeated, unprocessed);
        }
    }

    private static void assertTellsWhatIsStored(Map<String, Object> answer, List<String> ids) {
        List<String> failed = failed(answer);
        assertThat(ids).containsAll(failed);
        assertThat(failed).doesNotHaveDuplicates();
        assertThat(ManyUsers.texts(answer, "failed", "index"))
                .isEqualTo(
                        failed.stream().map(ids::indexOf).map(String::valueOf).toList());
        assertThat(answer).containsEntry("imported", ids.size() - failed.size());
        Set<String> stored = new HashSet<>(ids);
        failed.forEach(stored::remove);
        assertRowsAreRight(stored);
    }

    private void assertRepeatedImportIsComplete(Map<String, Object> answer, List<String> ids) {
        List<String> failed = failed(answer);
        if (!failed.isEmpty()) {
            assertThat(importing(failed)).containsEntry("imported", failed.size());
        }
        assertThat(rowsOf(ids)).hasSameSizeAs(ids);
        assertRowsAreRight(ids);
    }

    /** A user may be stored although the answer says that this is not known, but no other way round. */
    private static void assertRowsAreRight(Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Map<String, Map<String, AttributeValue>> rows = rowsOf(ids);
        assertThat(ids).allSatisfy(id -> {
            assertThat(rows).containsKey(id);
            assertThat(rows.get(id).get("email").s()).isEqualTo(ManyUsers.emailOf(id));
            assertThat(rows.get(id).get("name").s()).isEqualTo(ManyUsers.nameOf(id));
            assertThat(rows.get(id).get("status").s()).isEqualTo("ACTIVE");
        });
    }

    private static Map<String, Map<String, AttributeValue>> rowsOf(Collection<String> ids) {
        return table.rows(ManyUsers.prefixOf(ids));
    }

    /** The state that was answered, and none after it. */
    private void assertTableHolds(HttpResponse<String> answer) {
        Map<String, AttributeValue> row = table.row(me).orElseThrow();
        assertThat(UsersTable.etag(row)).isEqualTo(Api.etag(answer));
        assertThat(row.get("name").s()).isEqualTo(Api.json(answer).get("name"));
    }
}
