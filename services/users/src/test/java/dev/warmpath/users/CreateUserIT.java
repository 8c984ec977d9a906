package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.items.Versions;
import dev.warmpath.testing.Answer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(UsersTable.OnRealEngine.class)
class CreateUserIT {
    private static final String SCOPE = "users:read users:write";
    private static final String ADMIN_SCOPE = "users:read users:write admin";
    private static final String ADA = "{\"email\":\"ada@example.com\",\"name\":\" Ada \"}";
    private static final Instant NOW = Instant.parse("2026-11-20T10:50:40.123456Z");

    private final Heard heard = new Heard();
    private UsersTable table;
    private CreateUser createUser;

    @BeforeEach
    void wire(UsersTable table) {
        this.table = table;
        Versions versions = new Versions(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
        createUser = new CreateUser(table.users(), versions, heard);
    }

    @Test
    void theOwnProfileIsCreatedAndAnswered() throws IOException {
        Answer answer = post("ada", SCOPE, ADA);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("location")).isEqualTo("/users/ada");
        assertThat(answer.header("content-type")).isEqualTo("application/json");
        assertThat(answer.json())
                .containsExactly(
                        Map.entry("userId", "ada"),
                        Map.entry("email", "ada@example.com"),
                        Map.entry("name", "Ada"),
                        Map.entry("status", "ACTIVE"),
                        Map.entry("createdAt", "2026-11-20T10:50:40.123Z"),
                        Map.entry("updatedAt", "2026-11-20T10:50:40.123Z"));
    }

    @Test
    void aSuspendedOwnerIsRefusedAndTheProfileStays() throws IOException {
        User suspended = new User("ada", "a@example.com", "A", Status.SUSPENDED, Instant.EPOCH, Instant.EPOCH, 1);
        table.users().create(suspended);

        assertThat(post("ada", SCOPE, ADA).status()).isEqualTo(403);
        assertThat(post("ada", ADMIN_SCOPE, ADA).status()).isEqualTo(409);
        assertThat(table.users().findLatest("ada")).contains(suspended);
    }

    @Test
    void theTableHoldsWhatWasAnswered() throws IOException {
        Answer answer = post("ada", SCOPE, ADA);

        User stored = table.users().findLatest("ada").orElseThrow();
        assertThat(stored.toJson()).isEqualTo(answer.json());
        assertThat(stored.etag()).hasToString(answer.header("etag"));
        assertThat(stored.version() >> 20).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void aSecondProfileAnswers409AndChangesNothing() throws IOException {
        post("ada", SCOPE, ADA);
        Optional<User> first = table.users().findLatest("ada");

        Answer answer = post("ada", SCOPE, "{\"email\":\"other@example.com\",\"name\":\"Other\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.json()).containsEntry("detail", "This user has a profile already.");
        assertThat(table.users().findLatest("ada")).isEqualTo(first);
    }

    @Test
    void aWriteRepeatedAfterALostAnswerIsNoConflict() {
        User user = new User("ada", "ada@example.com", "Ada", Status.ACTIVE, Instant.EPOCH, Instant.EPOCH, 1);

        assertThat(table.users().create(user)).isEqualTo(Creation.CREATED);
        assertThat(table.users().create(user)).isEqualTo(Creation.CREATED);
        assertThat(table.rows()).isEqualTo(1);
    }

    @Test
    void aSubjectThatNeedsItIsEncodedInTheLocation() throws IOException {
        assertThat(post("auth0|5f7c", SCOPE, ADA).header("location")).isEqualTo("/users/auth0%7C5f7c");
    }

    @Test
    void anAdministratorMayNameAnotherUserAndAStatus() throws IOException {
        Answer answer = post(
                "root",
                ADMIN_SCOPE,
                "{\"userId\":\"bob\",\"email\":\"bob@example.com\",\"name\":\"Bob\",\"status\":\"SUSPENDED\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).containsEntry("userId", "bob").containsEntry("status", "SUSPENDED");
        assertThat(table.row("root")).isEmpty();
        assertThat(table.row("bob")).isPresent();
    }

    @Test
    void anAdministratorWhoNamesNobodyCreatesTheOwnProfile() throws IOException {
        assertThat(post("root", ADMIN_SCOPE, ADA).json()).containsEntry("userId", "root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "nobody", "ada", "", "/"})
    void anybodyElseWhoNamesAUserGetsTheSame403WhetherItExistsOrNot(String userId) throws IOException {
        post("bob", SCOPE, "{\"email\":\"bob@example.com\",\"name\":\"Bob\"}");

        Answer answer = post(
                "ada",
                SCOPE,
                "{\"userId\":\"" + userId + "\",\"status\":\"ACTIVE\",\"email\":\"a@example.com\",\"name\":\"A\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json())
                .containsEntry("detail", "The body has fields that only an administrator may give.")
                .containsEntry(
                        "errors",
                        List.of(
                                Map.of("pointer", "/userId", "detail", "may be given by an administrator only"),
                                Map.of("pointer", "/status", "detail", "may be given by an administrator only")));
        assertThat(table.rows()).isEqualTo(1);
    }

    @Test
    void everyFaultIsNamedInOneAnswer() throws IOException {
        Answer answer = post(
                "root", ADMIN_SCOPE, "{\"userId\":\"a/b\",\"email\":\"ada\",\"name\":7,\"status\":\"GONE\",\"age\":1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/userId", "/email", "/name", "/status", "/age");
        assertThat(table.rows()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; /email /name",
                "{\"email\":null,\"name\":\"Ada\"}; /email",
                "{\"email\":\"ada@example.com\",\"name\":\"\\u0007\"}; /name",
                "{\"email\":\"ada@example.com\",\"name\":\"a\",\"name\":\"b\"}; /name",
                "{\"email\":\"ada@example.com\",\"name\":[[[[[[[[[]]]]]]]]]}; /name/0/0/0/0/0/0/0 /name"
            })
    void aFaultyFieldAnswers400WithItsPointer(String body, String pointers) throws IOException {
        Answer answer = post("ada", SCOPE, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(String.join(" ", answer.pointers())).isEqualTo(pointers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"email\":}", "\"text\""})
    void aBodyThatIsNoObjectAnswers400(String body) throws IOException {
        assertThat(post("ada", SCOPE, body).status()).isEqualTo(400);
    }

    @Test
    void aBodyOverOneMebibyteAnswers413() throws IOException {
        assertThat(post("ada", SCOPE, " ".repeat(1 << 20) + ADA).status()).isEqualTo(413);
    }

    @Test
    void aBodyThatIsNotDeclaredAsJsonAnswers415() throws IOException {
        String event = Events.post("ada", SCOPE, ADA).replace("application/json", "text/plain");

        assertThat(Answer.of(Events.call(createUser, event)).status()).isEqualTo(415);
    }

    @Test
    void theRowHoldsNothingButTheProfileAndItsPlaceInTheIndex() throws IOException {
        post("ada", SCOPE, ADA);

        assertThat(table.row("ada").orElseThrow())
                .containsOnlyKeys(
                        "userId", "email", "name", "status", "createdAt", "updatedAt", "version", "statusShard")
                .containsEntry("createdAt", AttributeValue.fromS("2026-11-20T10:50:40.123Z"))
                .containsEntry("statusShard", AttributeValue.fromS("ACTIVE#0"));
    }

    @Test
    void primingReachesTheTableAndWritesNothing() {
        createUser.prime();

        assertThat(table.rows()).isZero();
    }

    @Test
    void primingWithoutATableFails() {
        CreateUser broken = new CreateUser(
                new DynamoDbUsers(table.client(), "no-such-table"),
                new Versions(Clock.systemUTC(), new SecureRandom()),
                heard);

        assertThatThrownBy(broken::prime).isInstanceOf(IllegalStateException.class);
    }

    private Answer post(String sub, String scope, String body) throws IOException {
        return Answer.of(Events.call(createUser, Events.post(sub, scope, body)));
    }
}
