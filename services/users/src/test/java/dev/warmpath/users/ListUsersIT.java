package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.items.Versions;
import dev.warmpath.json.Json;
import dev.warmpath.testing.Answer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Timeout(60)
@ExtendWith(UsersTable.OnRealEngine.class)
class ListUsersIT {
    private static final String ADMIN_SCOPE = "users:read admin";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private UsersTable table;
    private ListUsers listUsers;

    @BeforeEach
    void wire(UsersTable table) {
        this.table = table;
        listUsers = new ListUsers(new StatusIndex(table.client(), table.name()));
    }

    @Test
    void aUserIsListedAsItIsAnsweredElsewhere() throws IOException {
        User ada = create("ada", Status.ACTIVE, NOON);

        Answer answer = list(Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).isEqualTo("private, no-cache");
        assertThat(answer.json()).isEqualTo(Map.of("users", List.of(ada.toJson())));
    }

    @Test
    void theNewestIsFirstDownToTheMillisecond() throws IOException {
        create("ada", Status.ACTIVE, NOON);
        create("bob", Status.SUSPENDED, NOON.plusMillis(1));
        create("eve", Status.ACTIVE, NOON.plusSeconds(1));

        assertThat(ids(list(Map.of()))).containsExactly("eve", "bob", "ada");
        assertThat(ids(list(Map.of("status", "ACTIVE")))).containsExactly("eve", "ada");
        assertThat(ids(list(Map.of("status", "SUSPENDED")))).containsExactly("bob");
    }

    @Test
    void anEmptyTableIsOneEmptyPage() throws IOException {
        assertThat(list(Map.of()).json()).isEqualTo(Map.of("users", List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 59, 60, 100})
    void usersOfOneInstantAreNeitherLostNorDoubled(int limit) throws IOException {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            created.add(create("user-" + i, i % 5 == 0 ? Status.SUSPENDED : Status.ACTIVE, NOON)
                    .userId());
        }

        List<String> listed = new ArrayList<>();
        Map<String, String> query = Map.of("limit", "" + limit);
        Optional<String> cursor = Optional.empty();
        do {
            Answer page = list(with(query, cursor));
            assertThat(ids(page)).hasSizeLessThanOrEqualTo(limit);
            listed.addAll(ids(page));
            cursor = cursor(page);
        } while (cursor.isPresent());

        assertThat(listed).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void theListGoesOnBehindAUserThatIsDeletedMeanwhile() throws IOException {
        for (int i = 0; i < 10; i++) {
            create("user-" + i, Status.ACTIVE, NOON.minusSeconds(i));
        }
        Answer first = list(Map.of("limit", "5"));
        for (String userId : ids(first)) {
            table.client()
                    .deleteItem(delete ->
                            delete.tableName(table.name()).key(Map.of("userId", AttributeValue.fromS(userId))));
        }

        Answer second = list(with(Map.of("limit", "100"), cursor(first)));

        assertThat(ids(second)).containsExactly("user-5", "user-6", "user-7", "user-8", "user-9");
        assertThat(cursor(second)).isEmpty();
    }

    @Test
    void aUserWhoseStatusChangesIsListedUnderTheNewOne() throws IOException {
        User ada = create("ada", Status.ACTIVE, NOON);
        suspend(ada);

        assertThat(ids(list(Map.of("status", "ACTIVE")))).isEmpty();
        assertThat(ids(list(Map.of("status", "SUSPENDED")))).containsExactly("ada");
    }

    @Test
    void idsThatNeedItSurviveInACursor() throws IOException {
        create("auth0|zoë €\uD83D\uDE80", Status.ACTIVE, NOON);
        create("ada", Status.ACTIVE, NOON.minusMillis(1));

        Answer first = list(Map.of("limit", "1"));

        assertThat(ids(list(with(Map.of(), cursor(first))))).containsExactly("ada");
    }

    @Test
    void cursorsOfAHundredUuidsFitARequest() throws IOException {
        for (int i = 0; i < 60; i++) {
            create("5f0c7e52-6f2e-4d6b-9c7e-0d7f1c2b3a" + (10 + i), Status.values()[i % 2], NOON);
        }

        assertThat(cursor(list(Map.of("limit", "40"))).orElseThrow()).hasSizeLessThan(700);
    }

    @Test
    void aPageTakesOneCallForEachShardOfEachStatus() throws IOException {
        for (int i = 0; i < 60; i++) {
            create("user-" + i, Status.ACTIVE, NOON);
        }

        assertThat(calls(Map.of("limit", "5"))).isEqualTo(8);
        assertThat(calls(Map.of("limit", "5", "status", "ACTIVE"))).isEqualTo(4);
    }

    @Test
    void whoIsNoAdministratorIsRefused() throws IOException {
        String event = Events.list("ada", "users:read users:write", Map.of());

        assertThat(Answer.of(Events.call(listUsers, event)).status()).isEqualTo(403);
    }

    @Test
    void aFaultyQueryAnswers400WithAProblem() throws IOException {
        Answer answer = list(Map.of("limit", "0"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    }

    @Test
    void primingReadsNobody() {
        create("ada", Status.ACTIVE, Instant.EPOCH);

        listUsers.prime();
    }

    @Test
    void primingWithoutAnIndexFails() {
        ListUsers broken = new ListUsers(new StatusIndex(table.client(), "no-such-table"));

        assertThatThrownBy(broken::prime).isInstanceOf(IllegalStateException.class);
    }

    private int calls(Map<String, String> query) throws IOException {
        LostAnswers counting = new LostAnswers(0);
        try (DynamoDbClient client = table.clientOver(counting)) {
            ListUsers counted = new ListUsers(new StatusIndex(client, table.name()));
            Events.call(counted, Events.list("root", ADMIN_SCOPE, query));
        }
        return counting.sent();
    }

    private User create(String userId, Status status, Instant createdAt) {
        User user = new User(userId, userId.length() + "@example.com", "N", status, createdAt, createdAt, 1);
        table.users().create(user);
        return user;
    }

    private void suspend(User user) {
        UserUpdates updates =
                new UserUpdates(table.client(), table.name(), new Versions(Clock.systemUTC(), new SecureRandom()));
        UserPatch patch = new UserPatch(Optional.empty(), Optional.empty(), Optional.of(Status.SUSPENDED));
        updates.make(new Update(new Access(user.userId(), false), patch, Set.of(user.version())));
    }

    private Answer list(Map<String, String> query) throws IOException {
        return Answer.of(Events.call(listUsers, Events.list("root", ADMIN_SCOPE, query)));
    }

    private static Map<String, String> with(Map<String, String> query, Optional<String> cursor) {
        Map<String, String> more = new HashMap<>(query);
        cursor.ifPresent(text -> more.put("cursor", text));
        return more;
    }

    private static Optional<String> cursor(Answer page) {
        return Optional.ofNullable((String) page.json().get("cursor"));
    }

    private static List<String> ids(Answer page) {
        return ((List<?>) page.json().get("users"))
                .stream().map(user -> (String) Json.fields(user).get("userId")).toList();
    }
}
