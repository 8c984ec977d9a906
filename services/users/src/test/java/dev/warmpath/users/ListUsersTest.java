package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.http.Caller;
import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import dev.warmpath.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListUsersTest {
    private static final int TRIES = 300;
    private static final Set<String> ADMIN = Set.of("users:read", "admin");

    @Property(tries = TRIES)
    void allPagesTogetherAreTheWholeNewestFirst(
            @ForAll("users") List<User> users,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> limits) {
        List<Page> pages = pages(new ShardsInMemory(users), Map.of(), limits);

        assertThat(ids(pages)).containsExactlyInAnyOrderElementsOf(ids(users));
        assertThat(pages.stream().flatMap(Page::times)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(pages.subList(0, pages.size() - 1))
                .allMatch(page -> page.users().size() == page.limit());
    }

    @Property(tries = TRIES)
    void usersOfOtherStatusesAreLeftOut(@ForAll("users") List<User> users, @ForAll Status status) {
        List<Page> pages = pages(new ShardsInMemory(users), Map.of("status", status.name()), List.of(3));

        assertThat(ids(pages))
                .containsExactlyInAnyOrderElementsOf(ids(
                        users.stream().filter(user -> user.status() == status).toList()));
    }

    /** While a change of status reaches the index, some users have an older entry under their former status as well. */
    @Property(tries = TRIES)
    void aUserInTwoShardsIsAnsweredOnceAsItIsNow(
            @ForAll("usersOfDifferentTimes") List<User> users,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> limits) {
        List<Page> pages = pages(new ShardsInMemory(withFormerEntries(users)), Map.of(), limits);

        assertThat(pages.stream().flatMap(page -> page.users().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        users.stream().map(ListUsersTest::asAnswered).toList());
    }

    @Property(tries = TRIES)
    void aUserInTwoShardsIsNeverLostNorTwiceOnAPageHoweverManyShareItsTime(
            @ForAll("users") List<User> users, @ForAll @IntRange(min = 1, max = 30) int limit) {
        List<Page> pages = pages(new ShardsInMemory(withFormerEntries(users)), Map.of(), List.of(limit));

        assertThat(pages.stream().flatMap(page -> page.users().stream()))
                .containsAll(users.stream().map(ListUsersTest::asAnswered).toList());
        assertThat(pages).allSatisfy(page -> assertThat(ids(List.of(page))).doesNotHaveDuplicates());
    }

    @Property(tries = TRIES)
    void anEditedCursorIsRefusedOrReachesNothingOutsideItsQuery(
            @ForAll("users") List<User> users, @ForAll @Size(max = 4) Map<Integer, Byte> edits) {
        ShardsInMemory shards = new ShardsInMemory(users);
        Optional<String> cursor = page(shards, Map.of("status", "ACTIVE"), 1).cursor();
        String edited = cursor.map(text -> edited(text, edits)).orElse("AQ");

        try {
            Page page = page(shards, Map.of("status", "ACTIVE", "cursor", edited), 100);

            assertThat(page.users()).allMatch(user -> user.get("status").equals("ACTIVE"));
            assertThat(shards.read()).allMatch(shard -> shard.status() == Status.ACTIVE);
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(400);
        }
    }

    @Test
    void eachShardOfEachStatusIsReadOnce() {
        ShardsInMemory shards = new ShardsInMemory(List.of());

        page(shards, Map.of(), 20);

        assertThat(shards.read())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Status.values())
                        .flatMap(status -> StatusShard.all(status).stream())
                        .toList());
    }

    @Test
    void aShardThatIsAnsweredToItsEndIsReadNoMore() {
        ShardsInMemory shards = new ShardsInMemory(List.of(user("ada", 3), user("bob", 2), user("eve", 1)));
        Page first = page(shards, Map.of("status", "ACTIVE"), 2);
        int calls = shards.read().size();

        page(shards, Map.of("status", "ACTIVE", "cursor", first.cursor().orElseThrow()), 2);

        assertThat(shards.read().subList(calls, shards.read().size()))
                .containsExactly(StatusShard.of(Status.ACTIVE, "eve"));
    }

    @Test
    void aPageThatTakesAllIsTheLast() {
        ShardsInMemory shards = new ShardsInMemory(List.of(user("ada", 3), user("bob", 2)));

        assertThat(page(shards, Map.of(), 2).cursor()).isEmpty();
        assertThat(page(shards, Map.of(), 1).cursor()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "active", "DELETED", "ACTIVE,", ",", "ACTIVE SUSPENDED", "ACTIVE, SUSPENDED"})
    void anUnknownStatusAnswers400(String status) {
        assertThat(refused(ADMIN, Map.of("status", status)))
                .isEqualTo(Problem.badRequest(
                        "The query parameter status must be ACTIVE, SUSPENDED or both, joined by a comma."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"ACTIVE; 4", "ACTIVE,ACTIVE; 4", "SUSPENDED,ACTIVE; 8", "ACTIVE,SUSPENDED,ACTIVE; 8"})
    void aStatusGivenTwiceCountsOnce(String status, int shardsRead) {
        ShardsInMemory shards = new ShardsInMemory(List.of());

        page(shards, Map.of("status", status), 20);

        assertThat(shards.read()).hasSize(shardsRead).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 101", "limit, x", "cursor, x", "offset, 1", "cursor, AQ"})
    void aFaultyQueryAnswers400(String name, String value) {
        assertThat(refused(ADMIN, Map.of(name, value)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "ACTIVE,SUSPENDED"})
    void aCursorOfOtherStatusesAnswers400(String statuses) {
        ShardsInMemory shards = new ShardsInMemory(List.of(user("ada", 3), user("bob", 2)));
        String cursor = page(shards, Map.of("status", "ACTIVE"), 1).cursor().orElseThrow();

        assertThat(refused(ADMIN, Map.of("status", statuses, "cursor", cursor)).detail())
                .startsWith("The cursor belongs to another query");
    }

    @Test
    void whoIsNoAdministratorIsRefused() {
        assertThat(refused(Set.of("users:read", "users:write"), Map.of()).status())
                .isEqualTo(403);
    }

    @Provide
    Arbitrary<List<User>> users() {
        Arbitrary<User> user = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(3),
                        Arbitraries.of(Status.class),
                        Arbitraries.longs().between(0, 4),
                        Arbitraries.longs().between(2, 100))
                .as((id, status, time, version) -> user(id, status, time, version));
        return user.list().uniqueElements(User::userId).ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<User>> usersOfDifferentTimes() {
        return users().map(users -> {
            List<User> apart = new ArrayList<>();
            for (User user : users) {
                apart.add(user(user.userId(), user.status(), apart.size(), user.version()));
            }
            return apart;
        });
    }

    private static List<User> withFormerEntries(List<User> users) {
        List<User> entries = new ArrayList<>(users);
        for (User user : users) {
            Status former = user.status() == Status.ACTIVE ? Status.SUSPENDED : Status.ACTIVE;
            if (user.version() % 2 == 0) {
                entries.add(new User(
                        user.userId(),
                        user.email(),
                        user.name(),
                        former,
                        user.createdAt(),
                        user.updatedAt(),
                        user.version() - 1));
            }
        }
        return entries;
    }

    private static String edited(String cursor, Map<Integer, Byte> edits) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        edits.forEach((at, value) -> bytes[Math.floorMod(at, bytes.length)] = value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static User user(String userId, long time) {
        return user(userId, Status.ACTIVE, time, 1);
    }

    private static User user(String userId, Status status, long time, long version) {
        Instant at = Instant.EPOCH.plusMillis(time);
        return new User(userId, userId + "@example.com", userId, status, at, at, version);
    }

    private static Map<String, Object> asAnswered(User user) {
        return new HashMap<>(user.toJson());
    }

    private static List<String> ids(List<?> usersOrPages) {
        return usersOrPages.stream()
                .flatMap(element -> element instanceof Page page
                        ? page.users().stream().map(user -> (String) user.get("userId"))
                        : Stream.of(((User) element).userId()))
                .toList();
    }

    private static List<Page> pages(ShardsInMemory shards, Map<String, String> query, List<Integer> limits) {
        List<Page> pages = new ArrayList<>();
        Iterator<Integer> endless =
                Stream.generate(limits::stream).flatMap(all -> all).iterator();
        Optional<String> cursor = Optional.empty();
        do {
            Map<String, String> next = new HashMap<>(query);
            cursor.ifPresent(text -> next.put("cursor", text));
            Page page = page(shards, next, endless.next());
            pages.add(page);
            cursor = page.cursor();
        } while (cursor.isPresent());
        return pages;
    }

    private static Page page(ShardsInMemory shards, Map<String, String> query, int limit) {
        Map<String, String> limited = new HashMap<>(query);
        limited.put("limit", Integer.toString(limit));
        String body = new ListUsers(shards).respond(request(ADMIN, limited)).body();
        try {
            Map<String, Object> json = Json.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
            List<Map<String, Object>> users =
                    ((List<?>) json.get("users")).stream().map(Json::fields).toList();
            return new Page(limit, users, Optional.ofNullable((String) json.get("cursor")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem refused(Set<String> scopes, Map<String, String> query) {
        ListUsers listUsers = new ListUsers(new ShardsInMemory(List.of()));
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> listUsers.respond(request(scopes, query)));
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    private static Request request(Set<String> scopes, Map<String, String> query) {
        return new Request(
                "GET",
                "GET /users",
                "/users",
                Map.of(),
                query,
                Map.of(),
                new byte[0],
                Optional.of(new Caller("root", scopes)),
                Deadline.in(Duration.ofSeconds(30)));
    }

    private record Page(int limit, List<Map<String, Object>> users, Optional<String> cursor) {
        Stream<String> times() {
            return users.stream().map(user -> (String) user.get("createdAt"));
        }
    }
}
