package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CacheTest {
    private static final Duration L1 = Duration.ofSeconds(2);
    private static final Duration L2 = Duration.ofSeconds(60);
    private static final Duration TOMBSTONES = Duration.ofSeconds(30);
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));

    private final AtomicLong nanoTime = new AtomicLong();
    private final Rows rows = new Rows();
    private final Counts counts = new Counts();
    private final MapLevel second = new MapLevel(L2, nanoTime::get);
    private final CaffeineLevel<String> first = first();
    private final Cache<String> cache = cache(first);
    private final Cache<String> other = cache(first());

    private CaffeineLevel<String> first() {
        TimesToLive times = new TimesToLive(L1, Duration.ofSeconds(1), TOMBSTONES);
        return new CaffeineLevel<>(1_000, times, () -> 0L, nanoTime::get);
    }

    private Cache<String> cache(Level<String> first) {
        return new Cache<>(rows, List.of(first, second), counts, nanoTime::get);
    }

    @Test
    void aValueIsLoadedOnceWithinTheTimeToLive() {
        rows.put("a", 1);
        assertThat(get("a")).contains("1");
        rows.put("a", 2);
        pass(L1.minusNanos(1));
        assertThat(get("a")).contains("1");
        assertThat(rows.loads()).hasSize(1);
    }

    @Test
    void anotherEnvironmentReadsWhatOneHasLoaded() {
        rows.put("a", 1);
        get("a");
        assertThat(other.get("a", DEADLINE)).contains("1");
        assertThat(rows.loads()).hasSize(1);
        assertThat(counts.sums()).isEqualTo(Map.of("L1 misses", 2, "L2 misses", 1, "L2 hits", 1));
    }

    @Test
    void hitOfALowerLevelFillsTheLevelsAboveWithItsVersion() {
        rows.put("a", 1);
        get("a");
        pass(L1);
        get("a");
        assertThat(first.get("a")).contains(Entry.of(1, "1"));
        assertThat(rows.loads()).hasSize(1);
    }

    @Test
    void aChangeByAnotherEnvironmentIsSeenAfterTheTimeToLiveOfTheFirstLevel() {
        rows.put("a", 1);
        get("a");
        rows.put("a", 2);
        other.put("a", "2");
        pass(L1);
        assertThat(get("a")).contains("2");
        assertThat(rows.loads()).hasSize(1);
    }

    @Test
    void aRowThatIsNotFoundIsKeptForTheShorterTime() {
        assertThat(get("a")).isEmpty();
        assertThat(get("a")).isEmpty();
        assertThat(rows.loads()).hasSize(1);
        assertThat(first.get("a")).contains(Entry.notFound());
    }

    @Test
    void manyKeysGoLevelByLevelWithOnlyTheMissesOn() {
        for (String key : List.of("a", "b", "c")) {
            rows.put(key, 1);
        }
        cache.get("a", DEADLINE);
        other.get("b", DEADLINE);
        Loaded<String> loaded = cache.getAll(List.of("a", "b", "c", "d", "c"), DEADLINE);
        assertThat(loaded).isEqualTo(new Loaded<>(Map.of("a", "1", "b", "1", "c", "1"), Set.of()));
        assertThat(rows.loads()).containsExactly(Set.of("a"), Set.of("b"), Set.of("c", "d"));
        assertThat(cache.getAll(List.of("a", "b", "c", "d"), DEADLINE).found()).hasSize(3);
        assertThat(rows.loads()).hasSize(3);
    }

    @Test
    void noKeysAreAnsweredWithoutAskingAnybody() {
        assertThat(cache.getAll(List.of(), DEADLINE)).isEqualTo(new Loaded<>(Map.of(), Set.of()));
        assertThat(second.calls()).isZero();
        assertThat(rows.loads()).isEmpty();
    }

    @Test
    void keysThatCouldNotBeReadAreSaidSoAndNotKept() {
        rows.put("a", 1);
        rows.put("b", 1);
        rows.unreadable("b");
        assertThat(cache.getAll(List.of("a", "b"), DEADLINE)).isEqualTo(new Loaded<>(Map.of("a", "1"), Set.of("b")));
        assertThatExceptionOfType(DeadlineException.class).isThrownBy(() -> get("b"));
        rows.unreadable();
        assertThat(get("b")).contains("1");
    }

    @Test
    void aFailedLoadReachesTheCallerAndIsNotKept() {
        rows.put("a", 1);
        rows.duringLoad(() -> {
            throw new IllegalStateException("no table");
        });
        assertThatIllegalStateException().isThrownBy(() -> get("a")).withMessage("no table");
        assertThatIllegalStateException().isThrownBy(() -> cache.getAll(List.of("a"), DEADLINE));
        rows.duringLoad(() -> {});
        assertThat(get("a")).contains("1");
    }

    @Test
    void ageIsCountedFromBeforeTheLoadBegan() {
        rows.put("a", 1);
        rows.duringLoad(() -> pass(L1.minusNanos(1)));
        get("a");
        assertThat(first.get("a")).isPresent();
        pass(Duration.ofNanos(1));
        assertThat(first.get("a")).isEmpty();
    }

    @Test
    void aValueThatWasOvertakenByAWriteWhileItWasLoadedIsNeitherAnsweredNorKept() {
        rows.put("a", 1);
        rows.duringLoad(() -> cache.put("a", "2"));
        assertThat(get("a")).contains("2");
        assertThat(get("a")).contains("2");
        assertThat(counts.sums()).containsEntry("L2 stale avoided", 1);
    }

    @Test
    void aValueThatWasOvertakenInTheSharedLevelOnlyIsNotKeptInTheFirstEither() {
        rows.put("a", 1);
        rows.duringLoad(() -> other.put("a", "2"));
        assertThat(get("a")).contains("2");
        assertThat(first.get("a")).contains(Entry.of(2, "2"));
    }

    @Test
    void aRowThatWasCreatedWhileItWasLookedForIsAnswered() {
        rows.duringLoad(() -> cache.put("a", "1"));
        assertThat(get("a")).contains("1");
    }

    @Test
    void aDeletedRowIsNotAnsweredAgainByALoadFromBefore() {
        rows.put("a", 1);
        rows.duringLoad(() -> cache.invalidate("a", 2));
        assertThat(get("a")).isEmpty();
        assertThat(get("a")).isEmpty();
        assertThat(rows.loads()).hasSize(1);
    }

    @Test
    void aDeletedRowIsNotAnsweredAgainWhenItsTombstoneHasStoppedToAnswer() {
        rows.put("a", 1);
        rows.duringLoad(() -> {
            cache.invalidate("a", 2);
            second.lose("a");
            pass(Duration.ofMillis(1_500));
        });
        assertThat(get("a")).isEmpty();
        assertThat(first.get("a")).isEmpty();
        assertThat(counts.sums()).containsEntry("L1 stale avoided", 1);
    }

    @Test
    void aDeletionReachesOtherEnvironmentsThroughTheSharedLevel() {
        rows.put("a", 1);
        other.get("a", DEADLINE);
        rows.remove("a");
        cache.invalidate("a", 2);
        pass(L1);
        assertThat(other.get("a", DEADLINE)).isEmpty();
        assertThat(rows.loads()).hasSize(1);
    }

    @Test
    void aRowCreatedAnewIsAnswered() {
        cache.invalidate("a", 2);
        rows.put("a", 3);
        cache.put("a", "3");
        assertThat(get("a")).contains("3");
    }

    @Test
    void anOlderWriteDoesNotReplaceANewerOne() {
        cache.put("a", "2");
        cache.put("a", "1");
        assertThat(get("a")).contains("2");
    }

    @Test
    void manyValuesAreKeptWithOneWriteToEachLevel() {
        cache.putAll(Map.of("a", "1", "b", "2"));
        assertThat(second.calls()).isEqualTo(1);
        assertThat(cache.getAll(List.of("a", "b"), DEADLINE).found()).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(rows.loads()).isEmpty();
    }

    @Test
    void theLatestValueIsReadFromTheSourceAndKept() {
        rows.put("a", 1);
        get("a");
        assertThat(cache.getLatest("a", () -> Optional.of("2"))).contains("2");
        assertThat(get("a")).contains("2");
    }

    @Test
    void theAgeOfTheLatestValueIsCountedFromBeforeItWasRead() {
        cache.getLatest("a", () -> {
            pass(L1);
            return Optional.of("1");
        });
        assertThat(first.get("a")).isEmpty();
    }

    @Test
    void aRowThatTheLatestReadDoesNotFindIsForgottenByAllLevels() {
        rows.put("a", 1);
        get("a");
        rows.remove("a");
        assertThat(cache.getLatest("a", Optional::empty)).isEmpty();
        assertThat(get("a")).isEmpty();
        assertThat(other.get("a", DEADLINE)).isEmpty();
    }

    @Test
    void aRowCreatedWhileTheLatestReadMissedItStays() {
        assertThat(cache.getLatest("a", () -> {
                    if (get("a").isPresent()) {
                        return Optional.of("1");
                    }
                    cache.put("a", "1");
                    return Optional.empty();
                }))
                .contains("1");
        assertThat(get("a")).contains("1");
    }

    @Test
    void aFailedLatestReadLeavesWhatIsKept() {
        cache.put("a", "1");
        assertThatIllegalStateException()
                .isThrownBy(() -> cache.getLatest("a", () -> {
                    throw new IllegalStateException("no table");
                }));
        assertThat(get("a")).contains("1");
    }

    @Test
    void aClearedCacheAsksTheSharedLevelAgain() {
        rows.put("a", 1);
        get("a");
        other.put("a", "2");
        cache.clear();
        assertThat(get("a")).contains("2");
    }

    @Test
    void aCacheWithoutLevelsAsksTheSourceEachTime() {
        Cache<String> none = new Cache<>(rows, List.of());
        rows.put("a", 1);
        assertThat(none.get("a", DEADLINE)).contains("1");
        none.put("a", "2");
        none.invalidate("a", 3);
        assertThat(none.getAll(List.of("a", "b"), DEADLINE).found()).isEqualTo(Map.of("a", "1"));
        assertThat(none.getLatest("a", Optional::empty)).isEmpty();
        assertThat(rows.loads()).hasSize(2);
    }

    private Optional<String> get(String key) {
        return cache.get(key, DEADLINE);
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
