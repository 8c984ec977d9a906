package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every level that keeps bytes does besides. Each test finds the store empty. */
@Timeout(60)
abstract class StoredLevelContract extends LevelContract {
    static final Duration NEW = Duration.ZERO;
    static final TimesToLive LONG =
            new TimesToLive(Duration.ofMinutes(10), Duration.ofMinutes(2), Duration.ofMinutes(5));
    private static final TimesToLive SHORT =
            new TimesToLive(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

    /** A level on the store of this test. */
    abstract Level<String> level(Codec<String> codec, TimesToLive timesToLive);

    /** Lets a little more than a second pass, or does nothing where only waiting helps. */
    abstract void aSecondPasses();

    /** Puts something in the place of the key's entry that no level wrote. */
    abstract void garble(String key);

    private final List<Level<String>> opened = new ArrayList<>();

    @Override
    protected final Level<String> level() {
        if (opened.isEmpty()) {
            opened.add(level(Texts.NOW, LONG));
        }
        return opened.getFirst();
    }

    @Override
    protected final Duration timeToLive() {
        return LONG.values();
    }

    @Test
    void entriesOfAllKindsAreGivenAgain() {
        Map<String, Entry<String>> entries = Map.of(
                "ada", Entry.of(7, "Ada"), "bob", Entry.tombstone(8), "cyd", Entry.notFound(), "dan", Entry.of(0, ""));

        assertThat(level().putAll(entries, NEW)).isEmpty();

        assertThat(level().getAll(List.of("ada", "bob", "cyd", "dan", "eve"))).isEqualTo(entries);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 99, (1L << 53), Integer.MAX_VALUE, Long.MAX_VALUE - 1})
    void versionsOf63BitsAreComparedExactly(long version) {
        put(Entry.of(version, "lower"));

        assertThat(put(Entry.of(version + 1, "higher"))).isEmpty();
        assertThat(put(Entry.of(version, "lower"))).containsExactly("ada");
        assertThat(kept()).containsExactly(Entry.of(version + 1, "higher"));
    }

    @Test
    void expiredEntryIsGivenNoMoreAndRefusesNothing() throws InterruptedException {
        Level<String> shortLived = level(Texts.NOW, SHORT);
        shortLived.putAll(Map.of("ada", Entry.of(5, "Ada"), "bob", Entry.tombstone(5), "cyd", Entry.notFound()), NEW);
        aSecondPasses();

        awaitEmpty(shortLived, List.of("ada", "bob", "cyd"));
        assertThat(level().putAll(Map.of("ada", Entry.of(4, "old"), "bob", Entry.of(4, "old")), NEW))
                .isEmpty();
        assertThat(level().getAll(List.of("ada", "bob"))).hasSize(2);
    }

    @Test
    void missThatHasOutlivedItsTimeIsNotKept() {
        level().putAll(Map.of("cyd", Entry.notFound()), LONG.negatives());

        assertThat(level().getAll(List.of("cyd"))).isEmpty();
    }

    @Test
    void ageCountsAgainstTheTimeToLive() throws InterruptedException {
        Duration allButASecond = LONG.tombstones().minusSeconds(1);
        level().putAll(Map.of("ada", Entry.tombstone(1)), allButASecond);
        aSecondPasses();

        awaitEmpty(level(), List.of("ada"));
    }

    @Test
    void missesAreNotKeptWhereTheirTimeIsZero() {
        TimesToLive none = new TimesToLive(Duration.ofMinutes(1), Duration.ZERO, Duration.ofMinutes(1));

        level(Texts.NOW, none).putAll(Map.of("ada", Entry.notFound()), NEW);

        assertThat(level().getAll(List.of("ada"))).isEmpty();
    }

    @Test
    void entryInAnotherFormIsAMiss() {
        level(Texts.BEFORE, LONG).putAll(Map.of("ada", Entry.of(5, "Ada")), NEW);

        assertThat(kept()).isEmpty();
    }

    @Test
    void entryInAnotherFormIsReplacedByOneAsNewOnly() {
        level(Texts.BEFORE, LONG).putAll(Map.of("ada", Entry.of(5, "Ada"), "bob", Entry.of(5, "Bob")), NEW);

        assertThat(level().putAll(Map.of("ada", Entry.of(5, "Ada"), "bob", Entry.of(4, "Bob")), NEW))
                .containsExactly("bob");
        assertThat(level().getAll(List.of("ada", "bob"))).isEqualTo(Map.of("ada", Entry.of(5, "Ada")));
    }

    @Test
    void garbageIsAMissAndGivesWay() {
        put(Entry.of(5, "Ada"));
        level().putAll(Map.of("bob", Entry.of(5, "Bob")), NEW);
        garble("ada");

        assertThat(level().getAll(List.of("ada", "bob"))).isEqualTo(Map.of("bob", Entry.of(5, "Bob")));
        assertThat(put(Entry.of(1, "again"))).isEmpty();
        assertThat(kept()).containsExactly(Entry.of(1, "again"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Texts.UNREADABLE, Texts.UNEXPECTED})
    void valueThatTheCodecCannotReadIsAMissUntilANewerOneComes(String value) {
        put(Entry.of(1, value));

        assertThat(kept()).isEmpty();
        assertThat(put(Entry.of(2, "readable"))).isEmpty();
        assertThat(kept()).containsExactly(Entry.of(2, "readable"));
    }

    @Test
    void keysOfAnyCharactersStayApart() {
        List<String> keys =
                List.of("a/b", "a\\b", "../a", "a b", "a\nb", "A", "a", "ä", "\u0000", "🙂", "k".repeat(500));
        Map<String, Entry<String>> entries = new HashMap<>();
        keys.forEach(key -> entries.put(key, Entry.of(1, "of " + key)));

        level().putAll(entries, NEW);

        assertThat(level().getAll(keys)).isEqualTo(entries);
    }

    @Test
    void clearLeavesWhatOutlivesThisEnvironment() {
        put(Entry.of(1, "Ada"));
        level().clear();

        assertThat(kept()).containsExactly(Entry.of(1, "Ada"));
    }

    final Collection<String> put(Entry<String> entry) {
        return level().putAll(Map.of("ada", entry), NEW);
    }

    final Collection<Entry<String>> kept() {
        return level().getAll(List.of("ada")).values();
    }

    private static void awaitEmpty(Level<String> level, List<String> keys) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!level.getAll(keys).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(level.getAll(keys)).isEmpty();
    }
}
