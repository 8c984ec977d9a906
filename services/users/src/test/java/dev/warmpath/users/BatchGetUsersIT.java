package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.http.Caller;
import dev.warmpath.http.Request;
import dev.warmpath.json.Json;
import dev.warmpath.testing.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(UsersTable.OnRealEngine.class)
class BatchGetUsersIT {
    private static final String SCOPE = "users:read";
    private static final String ADMIN_SCOPE = "users:read admin";

    private UsersTable table;
    private HoldingBack counting;
    private BatchGetUsers batchGetUsers;

    @BeforeEach
    void wire(UsersTable table) {
        this.table = table;
        counting = HoldingBack.nothing(table);
        batchGetUsers = new BatchGetUsers(new UserBatches(counting, table.name()));
    }

    @Test
    void foundAndMissingAreAnsweredInTheOrderOfTheRequestWithoutDuplicates() throws IOException {
        store("bob", "ada");

        Answer answer = post("root", ADMIN_SCOPE, ids("zoe", "bob", "ada", "bob", "eve", "zoe"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsOnlyKeys("users", "missing");
        assertThat(userIds(answer)).containsExactly("bob", "ada");
        assertThat(answer.json()).containsEntry("missing", List.of("zoe", "eve"));
    }

    @Test
    void aUserIsAnsweredAsByGetUser() throws IOException {
        store("ada");

        Map<String, Object> ada =
                Json.fields(((List<?>) post("ada", SCOPE, ids("ada")).json().get("users")).getFirst());

        assertThat(ada).isEqualTo(Map.copyOf(user("ada").toJson()));
    }

    @Test
    void foreignIdsCountAsMissingAndAreNotRead() throws IOException {
        store("bob");

        Answer answer = post("eve", SCOPE, ids("bob", "nobody"));

        assertThat(userIds(answer)).isEmpty();
        assertThat(answer.json()).containsEntry("missing", List.of("bob", "nobody"));
        assertThat(counting.requests()).isZero();
    }

    @Test
    void theOwnIdIsReadAmongForeignOnesAlsoByASuspendedOwner() throws IOException {
        store("bob");
        table.users()
                .create(new User("eve", "eve@example.com", "Eve", Status.SUSPENDED, Instant.EPOCH, Instant.EPOCH, 1));

        Answer answer = post("eve", SCOPE, ids("bob", "eve"));

        assertThat(userIds(answer)).containsExactly("eve");
        assertThat(answer.json()).containsEntry("missing", List.of("bob"));
    }

    @Test
    void idsThatCannotBeKeysAreMissing() throws IOException {
        String tooLong = "x".repeat(2_049);

        Answer answer = post("root", ADMIN_SCOPE, ids("", tooLong, "a/b"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsEntry("missing", List.of("", tooLong, "a/b"));
    }

    @Test
    void fiveHundredUsersAreReadInFiveRequests() throws IOException {
        String[] all = IntStream.range(0, 500).mapToObj(i -> "user-" + i).toArray(String[]::new);
        new UserBatches(table.client(), table.name())
                .replaceAll(Arrays.stream(all).map(BatchGetUsersIT::user).toList(), Deadline.in(Duration.ofMinutes(1)));

        Answer answer = post("root", ADMIN_SCOPE, ids(all));

        assertThat(userIds(answer)).isEqualTo(List.of(all));
        assertThat(counting.requests()).isEqualTo(5);
    }

    @Test
    void noCacheReadsTheTableOnce() throws IOException {
        store("ada");
        Map<String, Object> event = parsed(Events.post("ada", SCOPE, ids("ada", "bob")));
        Json.fields(event.get("headers")).put("cache-control", "no-cache");

        Answer answer = Answer.of(Events.call(batchGetUsers, Json.write(event)));

        assertThat(userIds(answer)).containsExactly("ada");
        assertThat(counting.requests()).isEqualTo(1);
    }

    @Test
    void whatIsUnreadWhenTheTimeIsOverIsNotCalledMissing() {
        store("ada", "bob");
        AtomicLong seconds = new AtomicLong();
        HoldingBack slow = new HoldingBack(table, Set.of("ada", "zoe"), () -> seconds.addAndGet(10));
        Deadline deadline = Deadline.in(
                Duration.ofSeconds(25), () -> Duration.ofSeconds(seconds.get()).toNanos());
        BatchGetUsers slowly = new BatchGetUsers(new UserBatches(slow, table.name()));

        Map<String, Object> answer = parsed(
                slowly.respond(request(ids("zoe", "bob", "ada", ""), deadline)).body());

        assertThat(answer)
                .containsOnlyKeys("users", "missing", "unprocessed")
                .containsEntry("missing", List.of(""))
                .containsEntry("unprocessed", List.of("zoe", "ada"));
        assertThat((List<?>) answer.get("users")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; /ids",
                "{\"ids\":[]}; /ids",
                "{\"ids\":\"ada\"}; /ids",
                "{\"ids\":[\"ada\",7,null]}; /ids/1 /ids/2",
                "{\"ids\":[\"ada\"],\"fields\":[]}; /fields"
            })
    void aFaultyBodyAnswers400WithThePointersOfItsFaults(String body, String pointers) throws IOException {
        Answer answer = post("ada", SCOPE, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(String.join(" ", answer.pointers())).isEqualTo(pointers);
        assertThat(counting.requests()).isZero();
    }

    @Test
    void moreThan500IdsAnswer400() throws IOException {
        String[] tooMany = IntStream.range(0, 501).mapToObj(Integer::toString).toArray(String[]::new);

        assertThat(post("ada", SCOPE, ids(tooMany)).pointers()).containsExactly("/ids");
    }

    @Test
    void primingTakesThePathsOfAMissingAndOfAFoundUserAndWritesNothing() {
        batchGetUsers.prime();

        assertThat(table.rows()).isZero();
        assertThat(counting.requests()).isPositive();
    }

    @Test
    void primingWithoutATableFails() {
        BatchGetUsers broken = new BatchGetUsers(new UserBatches(table.client(), "no-such-table"));

        assertThatThrownBy(broken::prime).isInstanceOf(IllegalStateException.class);
    }

    private void store(String... userIds) {
        Arrays.stream(userIds).map(BatchGetUsersIT::user).forEach(table.users()::create);
    }

    private static User user(String userId) {
        return new User(userId, "a@example.com", userId, Status.ACTIVE, Instant.EPOCH, Instant.EPOCH, 1);
    }

    private static String ids(String... ids) {
        return Json.write(Map.of("ids", List.of(ids)));
    }

    private Answer post(String sub, String scope, String body) throws IOException {
        return Answer.of(Events.call(batchGetUsers, Events.post(sub, scope, body)));
    }

    private static Request request(String body, Deadline deadline) {
        return new Request(
                "POST",
                "POST /users/batch-get",
                "/users/batch-get",
                Map.of(),
                Map.of(),
                Map.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.of(new Caller("root", Set.of(Scopes.ADMIN))),
                deadline);
    }

    private static List<Object> userIds(Answer answer) {
        return ((List<?>) answer.json().get("users"))
                .stream().map(user -> Json.fields(user).get("userId")).toList();
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return Json.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException("Not a JSON object: " + json, e);
        }
    }
}
