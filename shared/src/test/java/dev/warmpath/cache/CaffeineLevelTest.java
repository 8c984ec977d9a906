package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CaffeineLevelTest extends LevelContract {
    private static final Duration VALUES = Duration.ofSeconds(10);
    private static final Duration NEGATIVES = Duration.ofSeconds(2);
    private static final Duration TOMBSTONES = Duration.ofSeconds(60);
    private static final RandomGenerator NO_JITTER = () -> 0L;
    private static final RandomGenerator MOST_JITTER = () -> -1L;

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final CaffeineLevel<String> level = level(NO_JITTER);

    @Override
    protected Level<String> level() {
        return level;
    }

    @Override
    protected Duration timeToLive() {
        return VALUES;
    }

    private CaffeineLevel<String> level(RandomGenerator random) {
        return new CaffeineLevel<>(1_000, new TimesToLive(VALUES, NEGATIVES, TOMBSTONES), random, nanoTime::get);
    }

    @Test
    void valueExpiresWithItsTimeToLive() {
        put("a", Entry.of(1, "x"));
        pass(VALUES.minusNanos(1));
        assertThat(read("a")).isNotEmpty();
        pass(Duration.ofNanos(1));
        assertThat(read("a")).isEmpty();
        assertThat(level.newest(Set.of("a"))).isEmpty();
    }

    @Test
    void readingDoesNotProlongTheTimeToLive() {
        put("a", Entry.of(1, "x"));
        pass(VALUES.dividedBy(2));
        assertThat(read("a")).isNotEmpty();
        pass(VALUES.dividedBy(2));
        assertThat(read("a")).isEmpty();
    }

    @Test
    void ageCountsAgainstTheTimeToLive() {
        level.putAll(Map.of("a", Entry.of(1, "x")), VALUES.minusSeconds(1));
        pass(Duration.ofSeconds(1).minusNanos(1));
        assertThat(read("a")).isNotEmpty();
        pass(Duration.ofNanos(1));
        assertThat(read("a")).isEmpty();
    }

    @Test
    void valueThatIsRefusedDoesNotProlongTheTimeToLive() {
        put("a", Entry.of(1, "x"));
        pass(VALUES.dividedBy(2));
        assertThat(put("a", Entry.of(1, "x"))).containsExactly("a");
        pass(VALUES.dividedBy(2));
        assertThat(read("a")).isEmpty();
    }

    @Test
    void jitterOnlyShortens() {
        CaffeineLevel<String> jittered = level(MOST_JITTER);
        jittered.putAll(Map.of("a", Entry.of(1, "x")), Duration.ZERO);
        pass(VALUES.multipliedBy(9).dividedBy(10).minusMillis(1));
        assertThat(jittered.get("a")).isPresent();
        pass(Duration.ofMillis(2));
        assertThat(jittered.get("a")).isEmpty();
    }

    @Test
    void jitterFromTheClockIsSpreadOverItsWholeRange() {
        CaffeineLevel<String> jittered =
                new CaffeineLevel<>(1_000, new TimesToLive(VALUES, NEGATIVES, TOMBSTONES), nanoTime::get);
        long start = nanoTime.get();
        for (int i = 0; i < 400; i++) {
            pass(Duration.ofNanos(100));
            jittered.putAll(Map.of("key-" + i, Entry.of(1, "x")), Duration.ofNanos(nanoTime.get() - start));
        }
        pass(VALUES.multipliedBy(95).dividedBy(100));
        assertThat(LongStream.range(0, 400)
                        .filter(i -> jittered.get("key-" + i).isPresent())
                        .count())
                .isBetween(150L, 250L);
    }

    @Test
    void eachEntryHasAJitterOfItsOwn() {
        AtomicLong draws = new AtomicLong();
        CaffeineLevel<String> jittered = level(() -> draws.getAndAdd(1L << 60));
        LongStream.range(0, 16).forEach(i -> jittered.putAll(Map.of("key-" + i, Entry.of(1, "x")), Duration.ZERO));
        pass(VALUES.multipliedBy(95).dividedBy(100));
        assertThat(LongStream.range(0, 16)
                        .filter(i -> jittered.get("key-" + i).isPresent())
                        .count())
                .isBetween(7L, 9L);
    }

    @Test
    void notFoundExpiresSooner() {
        put("a", Entry.notFound());
        pass(NEGATIVES.minusNanos(1));
        assertThat(read("a")).containsEntry("a", Entry.notFound());
        pass(Duration.ofNanos(1));
        assertThat(read("a")).isEmpty();
    }

    @Test
    void tombstoneRefusesWhatIsOlderLongAfterItHasStoppedToAnswer() {
        put("a", Entry.tombstone(3));
        pass(NEGATIVES);
        assertThat(read("a")).isEmpty();
        assertThat(level.newest(Set.of("a"))).containsEntry("a", Entry.tombstone(3));
        pass(TOMBSTONES.minus(NEGATIVES).minusNanos(1));
        assertThat(put("a", Entry.of(2, "late"))).containsExactly("a");
        pass(Duration.ofNanos(1));
        assertThat(put("a", Entry.of(2, "late"))).isEmpty();
    }

    @Test
    void withoutATimeForNegativesNoneAnswersAndTombstonesStillRefuse() {
        CaffeineLevel<String> positive = new CaffeineLevel<>(
                1_000, new TimesToLive(VALUES, Duration.ZERO, TOMBSTONES), NO_JITTER, nanoTime::get);
        positive.putAll(Map.of("a", Entry.notFound(), "b", Entry.tombstone(3)), Duration.ZERO);
        assertThat(positive.getAll(List.of("a", "b"))).isEmpty();
        assertThat(positive.putAll(Map.of("a", Entry.of(1, "x"), "b", Entry.of(2, "late")), Duration.ZERO))
                .containsExactly("b");
    }

    @Test
    void whatTurnsOutToBeOlderIsDroppedAlsoIfTheNewerIsTooOldToBeKept() {
        put("a", Entry.of(1, "old"));
        assertThat(level.putAll(Map.of("a", Entry.of(2, "new")), VALUES)).isEmpty();
        assertThat(read("a")).isEmpty();
    }

    @Test
    void sizeIsBounded() {
        CaffeineLevel<String> small =
                new CaffeineLevel<>(10, new TimesToLive(VALUES, NEGATIVES, TOMBSTONES), NO_JITTER, nanoTime::get);
        LongStream.range(0, 1_000).forEach(i -> small.putAll(Map.of("key-" + i, Entry.of(1, "x")), Duration.ZERO));
        assertThat(LongStream.range(0, 1_000)
                        .filter(i -> small.get("key-" + i).isPresent())
                        .count())
                .isBetween(1L, 10L);
    }

    @Test
    void clearedLevelHasNothingAndRefusesNothing() {
        put("a", Entry.of(2, "x"));
        put("b", Entry.tombstone(2));
        level.clear();
        assertThat(read("a", "b")).isEmpty();
        assertThat(put("b", Entry.of(1, "old"))).isEmpty();
    }

    @Test
    void timesThatCannotHoldAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimesToLive(Duration.ZERO, Duration.ZERO, TOMBSTONES));
        assertThatIllegalArgumentException().isThrownBy(() -> new TimesToLive(VALUES, VALUES.plusNanos(1), TOMBSTONES));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimesToLive(VALUES, Duration.ofNanos(-1), TOMBSTONES));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimesToLive(VALUES, NEGATIVES, NEGATIVES.minusNanos(1)));
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
