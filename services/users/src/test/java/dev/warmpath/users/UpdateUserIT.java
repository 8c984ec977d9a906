package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.http.ETag;
import dev.warmpath.http.HttpHandler;
import dev.warmpath.items.Versions;
import dev.warmpath.json.Json;
import dev.warmpath.testing.Answer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Timeout(60)
@ExtendWith(UsersTable.OnRealEngine.class)
class UpdateUserIT {
    private static final String SCOPE = "users:read users:write";
    private static final String ADMIN_SCOPE = "users:read users:write admin";
    private static final Instant NOW = Instant.parse("2026-11-20T10:50:40.123456Z");
    private static final User ADA =
            new User("ada", "ada@example.com", "Ada", Status.ACTIVE, Instant.EPOCH, Instant.EPOCH, 0x1f);
    private static final User EVE =
            new User("eve", "eve@example.com", "Eve", Status.SUSPENDED, Instant.EPOCH, Instant.EPOCH, 0x1f);

    private final Versions versions = new Versions(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    private final Heard heard = new Heard();
    private UsersTable table;
    private UpdateUser updateUser;

    @BeforeEach
    void wire(UsersTable table) {
        this.table = table;
        updateUser = updating(table.client(), versions);
        table.users().create(ADA);
        table.users().create(EVE);
    }

    @Test
    void theGivenFieldsAreReplacedAndTheOthersStay() throws IOException {
        Answer answer = patch("ada", SCOPE, "ada", "\"1f\"", "{\"name\":\" Zoë \"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .containsExactly(
                        Map.entry("userId", "ada"),
                        Map.entry("email", "ada@example.com"),
                        Map.entry("name", "Zoë"),
                        Map.entry("status", "ACTIVE"),
                        Map.entry("createdAt", "1970-01-01T00:00:00.000Z"),
                        Map.entry("updatedAt", "2026-11-20T10:50:40.123Z"));
    }

    @Test
    void theTableHoldsWhatWasAnsweredAndTheListenerHearsOfIt() throws IOException {
        Answer answer = patch("ada", SCOPE, "ada", "\"1f\"", "{\"name\":\"Zoë\",\"email\":\"zoe@example.com\"}");

        User stored = stored("ada");
        assertThat(stored.toJson()).isEqualTo(answer.json());
        assertThat(stored.etag()).hasToString(answer.header("etag"));
        assertThat(stored.version() >> 20).isEqualTo(NOW.toEpochMilli());
        assertThat(heard.written()).containsExactly(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/merge-patch+json", "application/merge-patch+json; charset=utf-8"
            })
    void aPatchIsTakenAsEitherType(String type) throws IOException {
        Map<String, String> headers = Map.of("if-match", "\"1f\"", "content-type", type);

        assertThat(patch("ada", SCOPE, "ada", headers, "{\"name\":\"Zoë\"}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1f\", \"20\"", "\"20\",\"1f\"", "W/\"20\", \"1f\"", "\"7fffffffffffffff\", \"1f\""})
    void anyOfTheNamedVersionsMayBeTheCurrentOne(String ifMatch) throws IOException {
        assertThat(patch("ada", SCOPE, "ada", ifMatch, "{\"name\":\"Zoë\"}").status())
                .isEqualTo(200);
        assertThat(stored("ada").version() >> 20).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void aHundredVersionsMayBeNamed() throws IOException {
        String ifMatch = LongStream.range(0x1f, 0x1f + 100)
                .mapToObj(version -> new ETag(version).toString())
                .collect(Collectors.joining(","));

        assertThat(patch("ada", SCOPE, "ada", ifMatch, "{\"name\":\"Zoë\"}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"1e\"", "W/\"1f\"", "\"1F\"", "\"7fffffffffffffff\"", "\"ffffffffffffffff\"", "\"0\"", "\"x\""
            })
    void anyOtherVersionAnswers412WithTheCurrentETagAndChangesNothing(String ifMatch) throws IOException {
        Answer answer = patch("ada", SCOPE, "ada", ifMatch, "{\"name\":\"Zoë\"}");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.header("etag")).isEqualTo("\"1f\"");
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(stored("ada")).isEqualTo(ADA);
        assertThat(heard.written()).isEmpty();
    }

    @Test
    void aMissingIfMatchAnswers428() throws IOException {
        assertThat(patch("ada", SCOPE, "ada", Map.of(), "{\"name\":\"Zoë\"}").status())
                .isEqualTo(428);
        assertThat(patch("ada", SCOPE, "ada", "*", "{\"name\":\"Zoë\"}").status())
                .isEqualTo(428);
        assertThat(stored("ada")).isEqualTo(ADA);
    }

    @Test
    void aMalformedIfMatchAnswers400() throws IOException {
        assertThat(patch("ada", SCOPE, "ada", "1f", "{\"name\":\"Zoë\"}").status())
                .isEqualTo(400);
    }

    @Test
    void aPatchOfNothingAnswersTheUserAsItIs() throws IOException {
        Answer answer = patch("ada", SCOPE, "ada", "\"1f\"", "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("etag")).isEqualTo("\"1f\"");
        assertThat(answer.json()).isEqualTo(ADA.toJson());
        assertThat(stored("ada")).isEqualTo(ADA);
    }

    @Test
    void aPatchOfNothingNeedsTheCurrentVersionToo() throws IOException {
        assertThat(patch("ada", SCOPE, "ada", "\"1e\"", "{}").status()).isEqualTo(412);
        assertThat(patch("eve", SCOPE, "eve", "\"1f\"", "{}").status()).isEqualTo(403);
        assertThat(patch("bob", SCOPE, "bob", "\"1f\"", "{}").status()).isEqualTo(404);
        assertThat(table.row("bob")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"email\":null}; /email",
                "{\"name\":null,\"email\":\"x\"}; /email /name",
                "{\"name\":\" \"}; /name",
                "{\"userId\":\"bob\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"version\":1}; /userId /createdAt /version",
                "{\"name\":\"a\",\"name\":\"b\"}; /name"
            })
    void aFaultyFieldAnswers400WithItsPointer(String body, String pointers) throws IOException {
        Answer answer = patch("ada", SCOPE, "ada", "\"1f\"", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(String.join(" ", pointers(answer))).isEqualTo(pointers);
        assertThat(stored("ada")).isEqualTo(ADA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "[{\"op\":\"remove\",\"path\":\"/name\"}]", "{"})
    void aPatchThatIsNoObjectAnswers400(String body) throws IOException {
        assertThat(patch("ada", SCOPE, "ada", "\"1f\"", body).status()).isEqualTo(400);
    }

    @Test
    void anotherTypeAnswers415() throws IOException {
        Map<String, String> headers = Map.of("if-match", "\"1f\"", "content-type", "text/plain");

        assertThat(patch("ada", SCOPE, "ada", headers, "{\"name\":\"Zoë\"}").status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"SUSPENDED\"", "\"ACTIVE\"", "null", "1"})
    void aStatusIsForAdministratorsOnlyWhateverItsValue(String status) throws IOException {
        Answer answer = patch("ada", SCOPE, "ada", "\"1f\"", "{\"status\":" + status + ",\"email\":\"x\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(pointers(answer)).containsExactly("/status");
        assertThat(stored("ada")).isEqualTo(ADA);
    }

    @Test
    void anAdministratorSuspendsAUserWhoThenMovesInTheIndex() throws IOException {
        Answer answer = patch("root", ADMIN_SCOPE, "ada", "\"1f\"", "{\"status\":\"SUSPENDED\"}");

        assertThat(answer.json()).containsEntry("status", "SUSPENDED");
        assertThat(table.row("ada").orElseThrow())
                .containsEntry("statusShard", AttributeValue.fromS("SUSPENDED#0"))
                .containsEntry("status", AttributeValue.fromS("SUSPENDED"));
    }

    @Test
    void anAdministratorReactivatesASuspendedUser() throws IOException {
        assertThat(patch("root", ADMIN_SCOPE, "eve", "\"1f\"", "{\"status\":\"ACTIVE\"}")
                        .status())
                .isEqualTo(200);
        assertThat(stored("eve").status()).isEqualTo(Status.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1f\"", "\"1e\""})
    void aSuspendedOwnerIsRefusedWhateverTheVersionAndTheProfileStays(String ifMatch) throws IOException {
        Answer answer = patch("eve", SCOPE, "eve", ifMatch, "{\"name\":\"Eva\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers()).doesNotContainKey("etag");
        assertThat(stored("eve")).isEqualTo(EVE);
    }

    @Test
    void aForeignProfileIsAnsweredExactlyLikeAMissingOneWithoutTouchingTheTable() throws IOException {
        UpdateUser tableless = updating(table.client(), "no-such-table");

        Answer foreign = Answer.of(Events.call(tableless, event("bob", SCOPE, "ada", Map.of(), "{\"status\":1}")));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign).isEqualTo(patch("bob", SCOPE, "bob", "\"1f\"", "{\"name\":\"Bob\"}"));
        assertThat(table.row("bob")).isEmpty();
    }

    @Test
    void anAdministratorChangesAnybodyAndMissesNobody() throws IOException {
        assertThat(patch("root", ADMIN_SCOPE, "ada", "\"1f\"", "{\"name\":\"Zoë\"}")
                        .status())
                .isEqualTo(200);
        assertThat(patch("root", ADMIN_SCOPE, "nobody", "\"1f\"", "{\"name\":\"Zoë\"}")
                        .status())
                .isEqualTo(404);
        assertThat(table.row("nobody")).isEmpty();
    }

    @Test
    void anIdThatIsNoKeyAnswers404() throws IOException {
        assertThat(patch("root", ADMIN_SCOPE, "x".repeat(3_000), "\"1f\"", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void anUpdateRepeatedAfterALostAnswerIsNoConflict() throws IOException {
        LostAnswers answers = new LostAnswers(1);
        try (DynamoDbClient client = table.clientOver(answers)) {
            Answer answer = Answer.of(Events.call(
                    updating(client, versions),
                    event("ada", SCOPE, "ada", Map.of("if-match", "\"1f\""), "{\"name\":\"Zoë\"}")));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answers.sent()).isEqualTo(2);
            assertThat(stored("ada").etag()).hasToString(answer.header("etag"));
            assertThat(heard.written()).containsExactly(stored("ada"));
        }
    }

    @Test
    void aProfileWrittenByAFasterClockIsChangedAsWell() throws IOException {
        long ahead = (NOW.toEpochMilli() + 60_000) << 20;
        table.users().create(new User("bob", "b@example.com", "B", Status.ACTIVE, Instant.EPOCH, Instant.EPOCH, ahead));

        Answer answer = patch("bob", SCOPE, "bob", new ETag(ahead).toString(), "{\"name\":\"Bob\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(stored("bob").version()).isGreaterThan(ahead);
        assertThat(stored("bob").name()).isEqualTo("Bob");
    }

    @Test
    void aVersionThatCannotGrowIsNotChangedAndDoesNotOverflow() throws IOException {
        User last = new User("bob", "b@example.com", "B", Status.ACTIVE, Instant.EPOCH, Instant.EPOCH, Long.MAX_VALUE);
        table.users().create(last);

        assertThat(patch("bob", SCOPE, "bob", last.etag().toString(), "{\"name\":\"Bob\"}")
                        .status())
                .isEqualTo(412);
        assertThat(stored("bob")).isEqualTo(last);
    }

    @Test
    void anUpdateTakesOneCall() throws IOException {
        LostAnswers counting = new LostAnswers(0);
        try (DynamoDbClient client = table.clientOver(counting)) {
            UpdateUser counted = updating(client, versions);
            Events.call(counted, event("ada", SCOPE, "ada", Map.of("if-match", "\"1f\""), "{\"name\":\"Zoë\"}"));
            Events.call(counted, event("ada", SCOPE, "ada", Map.of("if-match", "\"1f\""), "{\"name\":\"Eve\"}"));
        }

        assertThat(counting.sent()).isEqualTo(2);
    }

    @Test
    void oneOfFiftyUpdatesOfOneVersionWins() throws Exception {
        List<Answer> answers = concurrently(50, "\"1f\"");

        assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
        List<Answer> winners =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(winners).hasSize(1);
        assertThat(stored("ada").toJson()).isEqualTo(winners.getFirst().json());
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.header("etag"))
                        .isEqualTo(winners.getFirst().header("etag")));
    }

    @Test
    void primingReachesTheTableAndWritesNothing() {
        updateUser.prime();

        assertThat(stored("ada")).isEqualTo(ADA);
        assertThat(table.rows()).isEqualTo(2);
        assertThat(heard.written()).isEmpty();
    }

    @Test
    void primingWithoutATableFails() {
        assertThatThrownBy(updating(table.client(), "no-such-table")::prime).isInstanceOf(IllegalStateException.class);
    }

    private List<Answer> concurrently(int callers, String ifMatch) throws Exception {
        HttpHandler handler = new HttpHandler(updateUser);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> calls = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                String body = "{\"name\":\"Ada " + caller + "\"}";
                String event = event("ada", SCOPE, "ada", Map.of("if-match", ifMatch), body);
                calls.add(threads.submit(() -> Events.call(handler, event)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<String> call : calls) {
                answers.add(Answer.of(call.get()));
            }
            return answers;
        }
    }

    private UpdateUser updating(DynamoDbClient client, Versions versions) {
        return new UpdateUser(new UserUpdates(client, table.name(), versions), heard);
    }

    private UpdateUser updating(DynamoDbClient client, String tableName) {
        return new UpdateUser(new UserUpdates(client, tableName, versions), heard);
    }

    private User stored(String userId) {
        Optional<User> user = table.users().findLatest(userId);
        return user.orElseThrow();
    }

    private Answer patch(String sub, String scope, String userId, String ifMatch, String body) throws IOException {
        return patch(sub, scope, userId, Map.of("if-match", ifMatch), body);
    }

    private Answer patch(String sub, String scope, String userId, Map<String, String> headers, String body)
            throws IOException {
        return Answer.of(Events.call(updateUser, event(sub, scope, userId, headers, body)));
    }

    private static String event(String sub, String scope, String userId, Map<String, String> headers, String body)
            throws IOException {
        return Events.patch(sub, scope, userId, headers, body);
    }

    private static List<String> pointers(Answer answer) {
        List<?> errors = (List<?>) answer.json().get("errors");
        return errors.stream()
                .map(error -> (String) Json.fields(error).get("pointer"))
                .toList();
    }
}
