package dev.warmpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.deadline.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CachedUsersTest {
    private static final Duration TTL = Duration.ofSeconds(2);
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));

    private final CountingTable table = new CountingTable();
    private long nanos;
    private final CachedUsers users = cached(TTL);

    private CachedUsers cached(Duration timeToLive) {
        UserCaches caches = new UserCaches(timeToLive, () -> nanos);
        return new CachedUsers(table, caches.over(UserSource.of(table), Optional.empty()));
    }

    @Test
    void aUserIsReadOnceWithinTheTimeToLive() {
        table.put(user(1));

        assertThat(users.find("ada", DEADLINE)).contains(user(1));
        table.put(user(2));
        nanos += TTL.toNanos() * 9 / 10 - 1;

        assertThat(users.find("ada", DEADLINE)).contains(user(1));
        assertThat(table.reads).isEqualTo(1);
    }

    @Test
    void aUserIsReadAgainAfterTheTimeToLive() {
        table.put(user(1));
        users.find("ada", DEADLINE);
        table.put(user(2));
        nanos += TTL.toNanos();

        assertThat(users.find("ada", DEADLINE)).contains(user(2));
    }

    @Test
    void readingDoesNotProlongTheTimeToLive() {
        table.put(user(1));
        users.find("ada", DEADLINE);
        nanos += TTL.toNanos() / 2;
        users.find("ada", DEADLINE);
        table.put(user(2));
        nanos += TTL.toNanos() / 2;

        assertThat(users.find("ada", DEADLINE)).contains(user(2));
    }

    @Test
    void theLatestUserIsReadFromTheTableAndKept() {
        table.put(user(1));
        users.find("ada", DEADLINE);
        table.put(user(2));

        assertThat(users.findLatest("ada")).contains(user(2));
        assertThat(users.find("ada", DEADLINE)).contains(user(2));
        assertThat(table.reads).isEqualTo(2);
    }

    @Test
    void aUserThatTheTableHasLostIsForgotten() {
        table.put(user(1));
        users.find("ada", DEADLINE);
        table.rows.clear();

        assertThat(users.findLatest("ada")).isEmpty();
        assertThat(users.find("ada", DEADLINE)).isEmpty();
    }

    @Test
    void aMissingUserIsFoundAsSoonAsThereIsOne() {
        assertThat(users.find("ada", DEADLINE)).isEmpty();
        table.put(user(1));

        assertThat(users.find("ada", DEADLINE)).contains(user(1));
    }

    @Test
    void aClearedCacheReadsTheTable() {
        table.put(user(1));
        users.find("ada", DEADLINE);
        table.put(user(2));
        users.cache().clear();

        assertThat(users.find("ada", DEADLINE)).contains(user(2));
    }

    @Test
    void noTimeToLiveKeepsNothing() {
        CachedUsers uncached = cached(Duration.ZERO);
        table.put(user(1));

        uncached.find("ada", DEADLINE);
        uncached.find("ada", DEADLINE);

        assertThat(table.reads).isEqualTo(2);
    }

    private static User user(long version) {
        return new User("ada", "ada@example.com", "Ada", Status.ACTIVE, Instant.EPOCH, Instant.EPOCH, version);
    }

    private static final class CountingTable implements Users {
        private final Map<String, User> rows = new HashMap<>();
        private int reads;

        void put(User user) {
            rows.put(user.userId(), user);
        }

        @Override
        public Optional<User> find(String userId) {
            return findLatest(userId);
        }

        @Override
        public Optional<User> findLatest(String userId) {
            reads++;
            return Optional.ofNullable(rows.get(userId));
        }
    }
}
