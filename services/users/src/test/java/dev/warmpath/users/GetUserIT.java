package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.testing.Answer;
import dev.warmpath.testing.TestContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(UsersTable.OnRealEngine.class)
class GetUserIT {
    private static final String SCOPE = "users:read users:write";
    private static final String ADMIN_SCOPE = "users:read users:write admin";
    private static final User ADA = new User(
            "ada", "ada@example.com", "Zoë", Status.ACTIVE, Instant.EPOCH, Instant.parse("2026-11-20T10:50:40Z"), 0x1f);

    private UsersTable table;
    private GetUser getUser;

    @BeforeEach
    void wire(UsersTable table) {
        this.table = table;
        getUser = getUser(table.users());
        table.users().create(ADA);
    }

    @Test
    void theOwnerReadsTheOwnProfile() throws IOException {
        Answer answer = get("ada", SCOPE, "ada", Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("etag")).isEqualTo("\"1f\"");
        assertThat(answer.header("cache-control")).isEqualTo("private, no-cache");
        assertThat(answer.header("x-request-id")).isEqualTo(TestContext.REQUEST_ID);
        assertThat(answer.json())
                .containsExactly(
                        Map.entry("userId", "ada"),
                        Map.entry("email", "ada@example.com"),
                        Map.entry("name", "Zoë"),
                        Map.entry("status", "ACTIVE"),
                        Map.entry("createdAt", "1970-01-01T00:00:00.000Z"),
                        Map.entry("updatedAt", "2026-11-20T10:50:40.000Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1f\"", "W/\"1f\"", "\"a\", \"1f\"", "*"})
    void aKnownVersionAnswers304WithoutBody(String ifNoneMatch) throws IOException {
        Answer answer = get("ada", SCOPE, "ada", Map.of("if-none-match", ifNoneMatch));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("etag")).isEqualTo("\"1f\"");
        assertThat(answer.header("cache-control")).isEqualTo("private, no-cache");
    }

    @Test
    void anotherVersionAnswers200() throws IOException {
        assertThat(get("ada", SCOPE, "ada", Map.of("if-none-match", "\"1e\"")).status())
                .isEqualTo(200);
    }

    @Test
    void aForeignProfileIsAnsweredExactlyLikeAMissingOne() throws IOException {
        Answer foreign = get("bob", SCOPE, "ada", Map.of());
        Answer missing = get("bob", SCOPE, "bob", Map.of());

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign).isEqualTo(missing);
    }

    @Test
    void aForeignProfileDoesNotTellItsVersion() throws IOException {
        assertThat(get("bob", SCOPE, "ada", Map.of("if-none-match", "*")).status())
                .isEqualTo(404);
    }

    @Test
    void anAdministratorReadsAnybody() throws IOException {
        assertThat(get("root", ADMIN_SCOPE, "ada", Map.of()).status()).isEqualTo(200);
        assertThat(get("root", ADMIN_SCOPE, "nobody", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void anIdThatIsNoKeyAnswers404() throws IOException {
        assertThat(get("root", ADMIN_SCOPE, "x".repeat(3_000), Map.of()).status())
                .isEqualTo(404);
        assertThat(get("root", ADMIN_SCOPE, "", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void aSuspendedOwnerMayRead() throws IOException {
        table.users()
                .create(new User("eve", "eve@example.com", "Eve", Status.SUSPENDED, Instant.EPOCH, Instant.EPOCH, 1));

        assertThat(get("eve", SCOPE, "eve", Map.of()).json()).containsEntry("status", "SUSPENDED");
    }

    @Test
    void aRepeatedReadIsAnsweredFromTheCacheUntilNoCacheIsAskedFor() throws IOException {
        get("ada", SCOPE, "ada", Map.of());
        rename("Ada", 0x20);

        assertThat(get("ada", SCOPE, "ada", Map.of()).json()).containsEntry("name", "Zoë");
        assertThat(get("ada", SCOPE, "ada", Map.of("cache-control", "no-cache")).json())
                .containsEntry("name", "Ada");
        assertThat(get("ada", SCOPE, "ada", Map.of()).header("etag")).isEqualTo("\"20\"");
    }

    @Test
    void aProfileIsFoundRightAfterItWasMissed() throws IOException {
        assertThat(get("bob", SCOPE, "bob", Map.of()).status()).isEqualTo(404);
        table.users().create(new User("bob", "bob@example.com", "Bob", Status.ACTIVE, Instant.EPOCH, Instant.EPOCH, 1));

        assertThat(get("bob", SCOPE, "bob", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void anUnreachableTableAnswers500WithoutTellingWhy() throws IOException {
        GetUser broken = getUser(new DynamoDbUsers(table.client(), "no-such-table"));

        Answer answer = Answer.of(Events.call(broken, Events.get("ada", SCOPE, "ada", Map.of())));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("no-such-table", "Exception");
    }

    @Test
    void primingTakesThePathsOfAMissingAndOfAFoundUserAndWritesNothing() {
        getUser.prime();

        assertThat(table.rows()).isEqualTo(1);
    }

    @Test
    void primingWithoutATableFails() {
        GetUser broken = getUser(new DynamoDbUsers(table.client(), "no-such-table"));

        assertThatThrownBy(broken::prime)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Priming with /priming/get-user.json should have answered \"statusCode\":404");
    }

    private static GetUser getUser(Users users) {
        UserCaches caches = new UserCaches(Duration.ofMinutes(5), () -> 0);
        return new GetUser(new CachedUsers(users, caches.over(UserSource.of(users), Optional.empty())));
    }

    private void rename(String name, long version) {
        Map<String, AttributeValue> row = new HashMap<>(table.row("ada").orElseThrow());
        row.put("name", AttributeValue.fromS(name));
        row.put("version", AttributeValue.fromN(Long.toString(version)));
        table.client().putItem(put -> put.tableName(table.name()).item(row));
    }

    private Answer get(String sub, String scope, String userId, Map<String, String> headers) throws IOException {
        return Answer.of(Events.call(getUser, Events.get(sub, scope, userId, headers)));
    }
}
