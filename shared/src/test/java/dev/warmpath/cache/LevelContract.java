package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every level does; to be extended by the test of each. */
public abstract class LevelContract {
    private static final Duration JUST_READ = Duration.ZERO;
    private static final int WRITERS = 8;
    private static final int VERSIONS = 25;

    /** The level under test, empty when the test begins; the same one within a test. */
    protected abstract Level<String> level();

    /** How long it keeps values. */
    protected abstract Duration timeToLive();

    @Test
    void levelHasAName() {
        assertThat(level().name()).isNotBlank();
    }

    @Test
    void whatWasKeptIsRead() {
        assertThat(put("a", Entry.of(7, "seven"))).isEmpty();
        assertThat(read("a", "b")).isEqualTo(Map.of("a", Entry.of(7, "seven")));
        assertThat(level().get("a")).contains(Entry.of(7, "seven"));
        assertThat(level().get("b")).isEmpty();
    }

    @Test
    void nothingIsAskedOrKeptOfNoKeys() {
        assertThat(level().getAll(List.of())).isEmpty();
        assertThat(level().putAll(Map.of(), JUST_READ)).isEmpty();
    }

    @Test
    void anyTextIsAKey() {
        Map<String, Entry<String>> entries = Map.of(
                "",
                Entry.of(1, "empty"),
                "a/../b",
                Entry.of(1, "path"),
                "käse \u0000\n\"'",
                Entry.of(1, "odd"),
                "x".repeat(1_000),
                Entry.of(1, "long"));
        assertThat(level().putAll(entries, JUST_READ)).isEmpty();
        assertThat(level().getAll(entries.keySet())).isEqualTo(entries);
    }

    @Test
    void newerReplacesOlder() {
        put("a", Entry.of(1, "old"));
        assertThat(put("a", Entry.of(2, "new"))).isEmpty();
        assertThat(read("a")).containsEntry("a", Entry.of(2, "new"));
    }

    @Test
    void largeVersionsKeepTheirOrder() {
        long version = 1_900_000_000_000L << 20;
        put("a", Entry.of(version + 1, "new"));
        assertThat(put("a", Entry.of(version, "old"))).containsExactly("a");
        assertThat(put("a", Entry.of(version + 2, "newer"))).isEmpty();
        assertThat(read("a")).containsEntry("a", Entry.of(version + 2, "newer"));
    }

    @Test
    void olderAndEqualAreRefusedAndNamed() {
        put("a", Entry.of(2, "new"));
        assertThat(put("a", Entry.of(1, "old"))).containsExactly("a");
        assertThat(put("a", Entry.of(2, "same"))).containsExactly("a");
        assertThat(read("a")).containsEntry("a", Entry.of(2, "new"));
        assertThat(level().newest(Set.of("a"))).containsEntry("a", Entry.of(2, "new"));
    }

    @Test
    void ofManyOnlyTheRefusedAreNamed() {
        level().putAll(Map.of("a", Entry.of(5, "five"), "b", Entry.of(5, "five")), JUST_READ);
        Collection<String> refused = level().putAll(
                        Map.of("a", Entry.of(4, "old"), "b", Entry.of(6, "new"), "c", Entry.of(1, "first")), JUST_READ);
        assertThat(refused).containsExactly("a");
        assertThat(read("a", "b", "c"))
                .isEqualTo(Map.of("a", Entry.of(5, "five"), "b", Entry.of(6, "new"), "c", Entry.of(1, "first")));
    }

    @Test
    void moreThanOneBatchIsKeptAndRead() {
        Map<String, Entry<String>> entries = new HashMap<>();
        for (int i = 0; i < 250; i++) {
            entries.put("key-" + i, Entry.of(i + 1, "value " + i));
        }
        assertThat(level().putAll(entries, JUST_READ)).isEmpty();
        assertThat(level().getAll(entries.keySet())).isEqualTo(entries);
    }

    @Test
    void tombstoneReadsAsNoValueAndRefusesWhatIsOlder() {
        put("a", Entry.of(1, "old"));
        assertThat(put("a", Entry.tombstone(3))).isEmpty();
        assertThat(put("a", Entry.of(2, "late"))).containsExactly("a");
        assertThat(put("a", Entry.of(3, "same"))).containsExactly("a");
        assertThat(read("a")).containsEntry("a", Entry.tombstone(3));
    }

    @Test
    void aRowCreatedAnewReplacesItsTombstone() {
        put("a", Entry.tombstone(3));
        assertThat(put("a", Entry.of(4, "anew"))).isEmpty();
        assertThat(read("a")).containsEntry("a", Entry.of(4, "anew"));
    }

    @Test
    void notFoundIsReplacedByAnyVersionAndReplacesNone() {
        assertThat(put("a", Entry.notFound())).isEmpty();
        assertThat(read("a")).containsEntry("a", Entry.notFound());
        assertThat(put("a", Entry.of(1, "first"))).isEmpty();
        assertThat(put("a", Entry.notFound())).containsExactly("a");
        put("b", Entry.tombstone(1));
        assertThat(put("b", Entry.notFound())).containsExactly("b");
        assertThat(read("a", "b")).isEqualTo(Map.of("a", Entry.of(1, "first"), "b", Entry.tombstone(1)));
    }

    @Test
    void anEntryReadLongerAgoThanItsTimeToLiveIsNotKept() {
        level().putAll(Map.of("a", Entry.of(1, "stale")), timeToLive());
        assertThat(read("a")).isEmpty();
    }

    @Test
    void theNewestOfConcurrentWritesStays() throws Exception {
        List<Long> versions = new ArrayList<>();
        for (long version = 1; version <= WRITERS * VERSIONS; version++) {
            versions.add(version);
        }
        Collections.shuffle(versions);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                List<Long> own = versions.subList(i * VERSIONS, (i + 1) * VERSIONS);
                writers.add(threads.submit(() -> own.forEach(version -> put("a", Entry.of(version, "v" + version)))));
            }
            for (Future<?> writer : writers) {
                writer.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(read("a")).containsEntry("a", Entry.of(WRITERS * VERSIONS, "v" + WRITERS * VERSIONS));
    }

    protected final Collection<String> put(String key, Entry<String> entry) {
        return level().putAll(Map.of(key, entry), JUST_READ);
    }

    protected final Map<String, Entry<String>> read(String... keys) {
        return level().getAll(List.of(keys));
    }
}
