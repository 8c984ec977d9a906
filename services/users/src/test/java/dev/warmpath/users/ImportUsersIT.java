package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.http.Caller;
import dev.warmpath.http.Request;
import dev.warmpath.items.Versions;
import dev.warmpath.json.Json;
import dev.warmpath.testing.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

@ExtendWith(UsersTable.OnRealEngine.class)
class ImportUsersIT {
    private static final String ADMIN_SCOPE = "users:read users:write admin";
    private static final Instant NOW = Instant.parse("2026-11-20T10:50:40.123456Z");
    private static final Instant NOW_KEPT = Instant.parse("2026-11-20T10:50:40.123Z");

    private final Heard heard = new Heard();
    private final Versions versions = new Versions(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    private UsersTable table;
    private HoldingBack counting;
    private ImportUsers importUsers;

    @BeforeEach
    void wire(UsersTable table) {
        this.table = table;
        counting = HoldingBack.nothing(table);
        importUsers = new ImportUsers(new UserBatches(counting, table.name()), versions, heard);
    }

    @Test
    void usersAreStoredAndCounted() throws IOException {
        Answer answer = post("{\"users\":[{\"userId\":\"ada\",\"email\":\"ada@example.com\",\"name\":\" Ada \"},"
                + "{\"userId\":\"bob\",\"email\":\"bob@example.com\",\"name\":\"Bob\",\"status\":\"SUSPENDED\","
                + "\"createdAt\":\"2020-02-03T04:05:06.789999+01:00\"}]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"imported\":2,\"failed\":[]}");
        User ada = stored("ada");
        assertThat(ada.toJson())
                .isEqualTo(new User("ada", "ada@example.com", "Ada", Status.ACTIVE, NOW_KEPT, NOW_KEPT, 1).toJson());
        assertThat(ada.version() >> 20).isGreaterThanOrEqualTo(NOW.toEpochMilli());
        User bob = stored("bob");
        assertThat(bob.status()).isEqualTo(Status.SUSPENDED);
        assertThat(bob.createdAt()).isEqualTo("2020-02-03T03:05:06.789Z");
        assertThat(bob.updatedAt()).isEqualTo(NOW_KEPT);
    }

    @Test
    void theListenerHearsOfWhatTheTableHolds() throws IOException {
        post(body(entry("ada", "Ada"), entry("bob", "Bob")));

        assertThat(heard.written()).containsExactly(stored("ada"), stored("bob"));
    }

    @Test
    void aRowHasTheShapeOfOneThatWasCreated() throws IOException {
        post(body(entry("ada", "Ada")));
        table.users().create(new User("eve", "eve@example.com", "Eve", Status.ACTIVE, NOW_KEPT, NOW_KEPT, 1));

        assertThat(table.row("ada").orElseThrow())
                .containsOnlyKeys(table.row("eve").orElseThrow().keySet());
    }

    @Test
    void whatIsThereIsReplacedWithAGreaterVersion() throws IOException {
        User before =
                new User("ada", "old@example.com", "Old", Status.SUSPENDED, Instant.EPOCH, NOW_KEPT, versions.next(0));
        table.users().create(before);

        post(body(entry("ada", "Ada")));

        assertThat(stored("ada").name()).isEqualTo("Ada");
        assertThat(stored("ada").status()).isEqualTo(Status.ACTIVE);
        assertThat(stored("ada").version()).isGreaterThan(before.version());
    }

    @Test
    void anImportMayBeRepeated() throws IOException {
        String body = body(entry("ada", "Ada"), entry("bob", "Bob"));
        post(body);
        User first = stored("ada");

        assertThat(post(body).body()).isEqualTo("{\"imported\":2,\"failed\":[]}");

        assertThat(table.rows()).isEqualTo(2);
        assertThat(stored("ada").toJson()).isEqualTo(first.toJson());
        assertThat(stored("ada").version()).isGreaterThan(first.version());
    }

    @Test
    void ofSeveralEntriesOfOneUserTheLastIsStoredAndAllCountAsImported() throws IOException {
        Answer answer = post(body(entry("ada", "First"), entry("bob", "Bob"), entry("ada", "Last")));

        assertThat(answer.json()).containsEntry("imported", 3);
        assertThat(stored("ada").name()).isEqualTo("Last");
        assertThat(heard.written()).hasSize(2);
    }

    @Test
    void aThousandUsersAreStoredInFortyRequests() throws IOException {
        Answer answer = post(body(IntStream.range(0, 1_000)
                .mapToObj(i -> entry("user-" + i, "Name " + i))
                .toArray(String[]::new)));

        assertThat(answer.json()).containsEntry("imported", 1_000);
        assertThat(table.rows()).isEqualTo(1_000);
        assertThat(counting.requests()).isEqualTo(40);
    }

    @Test
    void whatIsNotStoredInTimeIsToldByEachOfItsEntriesAndToNoListener() {
        AtomicLong seconds = new AtomicLong();
        HoldingBack slow = new HoldingBack(table, Set.of("bob", "eve"), () -> seconds.addAndGet(10));
        Deadline deadline = Deadline.in(
                Duration.ofSeconds(25), () -> Duration.ofSeconds(seconds.get()).toNanos());
        ImportUsers slowly = new ImportUsers(new UserBatches(slow, table.name()), versions, heard);
        String body = body(entry("bob", "1"), entry("ada", "2"), entry("eve", "3"), entry("bob", "4"));

        String answer = slowly.respond(request(body, Scopes.ADMIN, deadline)).body();

        String detail = "\"detail\":\"There was not enough time to store this user; it may be imported again.\"}";
        assertThat(answer)
                .isEqualTo("{\"imported\":1,\"failed\":[{\"index\":0,\"userId\":\"bob\"," + detail
                        + ",{\"index\":2,\"userId\":\"eve\"," + detail
                        + ",{\"index\":3,\"userId\":\"bob\"," + detail + "]}");
        assertThat(heard.written()).containsExactly(stored("ada"));
        assertThat(table.rows()).isEqualTo(1);
    }

    @Test
    void everyFaultIsNamedAndNothingIsStored() throws IOException {
        Answer answer = post("{\"users\":[{\"userId\":\"ada\",\"email\":\"ada@example.com\",\"name\":\"Ada\"},"
                + "{\"userId\":\"a/b\",\"email\":\"b\",\"name\":7,\"status\":\"GONE\",\"age\":1},{},7],\"more\":1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers())
                .containsExactly(
                        "/users/1/userId",
                        "/users/1/email",
                        "/users/1/name",
                        "/users/1/status",
                        "/users/1/age",
                        "/users/2/userId",
                        "/users/2/email",
                        "/users/2/name",
                        "/users/3",
                        "/more");
        assertThat(table.rows()).isZero();
        assertThat(heard.written()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:50:40.124Z",
                "1969-12-31T23:59:59.999Z",
                "+12026-11-20T10:50:40Z",
                "2026-11-20",
                "2026-02-30T10:50:40Z",
                "yesterday",
                ""
            })
    void aCreatedAtThatIsNoInstantUntilNowIsAFault(String createdAt) throws IOException {
        Answer answer =
                post("{\"users\":[{\"userId\":\"ada\",\"email\":\"ada@example.com\",\"name\":\"Ada\",\"createdAt\":\""
                        + createdAt + "\"}]}");

        assertThat(answer.pointers()).containsExactly("/users/0/createdAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"users\":[]}", "{\"users\":{}}"})
    void anImportWithoutUsersAnswers400(String body) throws IOException {
        assertThat(post(body).pointers()).containsExactly("/users");
    }

    @Test
    void moreThanAThousandUsersAnswer400() throws IOException {
        String[] tooMany =
                IntStream.range(0, 1_001).mapToObj(i -> entry("user-" + i, "N")).toArray(String[]::new);

        assertThat(post(body(tooMany)).pointers()).containsExactly("/users");
        assertThat(table.rows()).isZero();
    }

    @Test
    void anybodyButAnAdministratorIsRefusedWhateverTheBody() throws IOException {
        Answer answer = Answer.of(Events.call(importUsers, Events.post("ada", "users:read users:write", "{")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(counting.requests()).isZero();
    }

    @Test
    void primingReachesTheTableAndStoresNothing() {
        importUsers.prime();

        assertThat(table.rows()).isZero();
        assertThat(heard.written()).isEmpty();
    }

    @Test
    void primingWithoutATableFails() {
        ImportUsers broken = new ImportUsers(new UserBatches(table.client(), "no-such-table"), versions, heard);

        assertThatThrownBy(broken::prime).isInstanceOf(ResourceNotFoundException.class);
    }

    private User stored(String userId) {
        return table.users().findLatest(userId).orElseThrow();
    }

    private static String body(String... entries) {
        return "{\"users\":[" + String.join(",", entries) + "]}";
    }

    private static String entry(String userId, String name) {
        return Json.write(Map.of("userId", userId, "email", "a@example.com", "name", name));
    }

    private Answer post(String body) throws IOException {
        return Answer.of(Events.call(importUsers, Events.post("root", ADMIN_SCOPE, body)));
    }

    private static Request request(String body, String scope, Deadline deadline) {
        return new Request(
                "POST",
                "POST /users/import",
                "/users/import",
                Map.of(),
                Map.of(),
                Map.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.of(new Caller("root", Set.of(scope))),
                deadline);
    }
}
