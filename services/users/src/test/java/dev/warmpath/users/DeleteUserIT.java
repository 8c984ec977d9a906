package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.items.Versions;
import dev.warmpath.testing.Answer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Timeout(60)
@ExtendWith(UsersTable.OnRealEngine.class)
class DeleteUserIT {
    private static final String SCOPE = "users:read users:write";
    private static final String ADMIN_SCOPE = "users:read users:write admin";
    private static final long AHEAD = 0x7f_ffff_ffff_ffffL;
    private static final User ADA =
            new User("ada", "ada@example.com", "Ada", Status.ACTIVE, Instant.EPOCH, Instant.EPOCH, 0x1f);
    private static final User EVE =
            new User("eve", "eve@example.com", "Eve", Status.SUSPENDED, Instant.EPOCH, Instant.EPOCH, AHEAD);

    private final Versions versions = new Versions(Clock.systemUTC(), new SecureRandom());
    private final Heard heard = new Heard();
    private UsersTable table;
    private DeleteUser deleteUser;

    @BeforeEach
    void wire(UsersTable table) {
        this.table = table;
        deleteUser = deleting(table.client(), table.name());
        table.users().create(ADA);
        table.users().create(EVE);
    }

    @Test
    void theOwnerDeletesTheOwnProfile() throws IOException {
        Answer answer = delete("ada", SCOPE, "ada");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(table.row("ada")).isEmpty();
    }

    @Test
    void aDeletionMayBeRepeated() throws IOException {
        delete("ada", SCOPE, "ada");

        assertThat(delete("ada", SCOPE, "ada").status()).isEqualTo(204);
        assertThat(delete("nobody", SCOPE, "nobody").status()).isEqualTo(204);
    }

    @Test
    void theListenerHearsOfEachWithAVersionAfterTheUsersOwn() throws IOException {
        delete("root", ADMIN_SCOPE, "eve");
        delete("root", ADMIN_SCOPE, "eve");

        assertThat(heard.deleted()).containsExactly("eve", "eve");
        assertThat(heard.tombstones().getFirst()).isGreaterThan(AHEAD);
        assertThat(heard.tombstones()).allMatch(version -> version > 0);
    }

    @Test
    void aSuspendedOwnerIsRefusedAndTheProfileStays() throws IOException {
        assertThat(delete("eve", SCOPE, "eve").status()).isEqualTo(403);
        assertThat(table.users().findLatest("eve")).contains(EVE);
        assertThat(heard.deleted()).isEmpty();
    }

    @Test
    void anAdministratorDeletesAnybody() throws IOException {
        assertThat(delete("root", ADMIN_SCOPE, "ada").status()).isEqualTo(204);
        assertThat(delete("root", ADMIN_SCOPE, "eve").status()).isEqualTo(204);
        assertThat(table.rows()).isZero();
    }

    @Test
    void aForeignProfileIsAnsweredLikeAMissingOneWithoutTouchingTheTable() throws IOException {
        DeleteUser tableless = deleting(table.client(), "no-such-table");

        Answer foreign = Answer.of(Events.call(tableless, Events.get("bob", SCOPE, "ada", Map.of())));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.json()).containsEntry("detail", "There is no such user.");
    }

    @Test
    void anIdThatIsNoKeyAnswers404() throws IOException {
        assertThat(delete("root", ADMIN_SCOPE, "x".repeat(3_000)).status()).isEqualTo(404);
    }

    @Test
    void aDeletionRepeatedAfterALostAnswerIsHeardOf() throws IOException {
        LostAnswers answers = new LostAnswers(1);
        try (DynamoDbClient client = table.clientOver(answers)) {
            Answer answer =
                    Answer.of(Events.call(deleting(client, table.name()), Events.get("ada", SCOPE, "ada", Map.of())));

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answers.sent()).isEqualTo(2);
            assertThat(heard.tombstones())
                    .singleElement()
                    .satisfies(version -> assertThat(version).isGreaterThan(ADA.version()));
        }
    }

    @Test
    void primingReachesTheTableAndDeletesNothing() {
        table.users().create(new User("priming", "p@example.com", "P", Status.ACTIVE, Instant.EPOCH, Instant.EPOCH, 1));

        deleteUser.prime();

        assertThat(table.rows()).isEqualTo(3);
        assertThat(heard.deleted()).isEmpty();
    }

    @Test
    void primingWithoutATableFails() {
        assertThatThrownBy(deleting(table.client(), "no-such-table")::prime).isInstanceOf(IllegalStateException.class);
    }

    private DeleteUser deleting(DynamoDbClient client, String tableName) {
        return new DeleteUser(new UserDeletions(client, tableName, versions), heard);
    }

    private Answer delete(String sub, String scope, String userId) throws IOException {
        return Answer.of(Events.call(deleteUser, Events.get(sub, scope, userId, Map.of())));
    }
}
