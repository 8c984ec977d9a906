package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLevelTest extends StoredLevelContract {
    private static final long PLENTY = 10_000_000;

    @TempDir
    private Path tmp;

    private final SettableClock clock = new SettableClock();

    @Override
    Level<String> level(Codec<String> codec, TimesToLive timesToLive) {
        return new FileLevel<>(folder(), PLENTY, codec, new Expiry(timesToLive, new SecureRandom()), clock);
    }

    @Override
    void aSecondPasses() {
        clock.advance(Duration.ofMillis(1001));
    }

    @Override
    void garble(String key) {
        write(fileOf(key), "garbage".getBytes());
    }

    @Test
    void newProcessFindsTheEntries() {
        put(Entry.of(7, "Ada"));

        assertThat(reopened().getAll(List.of("ada"))).isEqualTo(Map.of("ada", Entry.of(7, "Ada")));
        assertThat(reopened().putAll(Map.of("ada", Entry.of(6, "old")), NEW)).containsExactly("ada");
    }

    @Test
    void newProcessFindsNoExpiredEntries() {
        put(Entry.of(7, "Ada"));
        clock.advance(LONG.values());

        assertThat(reopened().getAll(List.of("ada"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 12, 30, -1})
    void fileWithAnyChangedByteIsAMiss(int position) {
        put(Entry.of(7, "Ada"));
        byte[] bytes = read(fileOf("ada"));
        bytes[position < 0 ? bytes.length + position : position] ^= 1;
        write(fileOf("ada"), bytes);

        assertThat(kept()).isEmpty();
        assertThat(put(Entry.of(1, "again"))).isEmpty();
        assertThat(kept()).containsExactly(Entry.of(1, "again"));
    }

    @Test
    void fileCutShortIsAMiss() {
        put(Entry.of(7, "Ada"));
        byte[] bytes = read(fileOf("ada"));
        write(fileOf("ada"), java.util.Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(kept()).isEmpty();
        assertThat(reopened().getAll(List.of("ada"))).isEmpty();
    }

    @Test
    void fileThatIsGoneIsAMiss() throws IOException {
        put(Entry.of(7, "Ada"));
        Files.delete(fileOf("ada"));

        assertThat(kept()).isEmpty();
        assertThat(put(Entry.of(1, "again"))).isEmpty();
    }

    @Test
    void unfinishedFilesOfAKilledProcessAreRemoved() throws IOException {
        put(Entry.of(7, "Ada"));
        Path unfinished = Files.writeString(folder().resolve("half.entry.tmp"), "half");

        assertThat(reopened().getAll(List.of("ada"))).hasSize(1);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void filesNeverTakeMoreThanTheBudget() {
        Level<String> small = small(1_000);
        for (int i = 0; i < 50; i++) {
            small.putAll(Map.of("key-" + i, Entry.of(1, "x".repeat(i * 7))), NEW);
            assertThat(bytesOnDisk()).isLessThanOrEqualTo(1_000);
        }
        assertThat(small.getAll(List.of("key-49"))).hasSize(1);
    }

    @Test
    void oldestEntriesMakeRoom() {
        Level<String> small = small(1_000);
        IntStream.range(0, 5).forEach(i -> small.putAll(Map.of("key-" + i, Entry.of(1, "x".repeat(200))), NEW));

        assertThat(small.getAll(List.of("key-0", "key-1", "key-2", "key-3", "key-4")))
                .containsOnlyKeys("key-1", "key-2", "key-3", "key-4");
    }

    @Test
    void expiredEntriesMakeRoomFirst() {
        Level<String> small = small(1_000);
        small.putAll(Map.of("old", Entry.of(1, "x".repeat(200))), NEW);
        small.putAll(Map.of("missing", Entry.notFound()), NEW);
        small.putAll(Map.of("newer", Entry.of(1, "x".repeat(400))), NEW);
        clock.advance(LONG.negatives());
        small.putAll(Map.of("newest", Entry.of(1, "x".repeat(100))), NEW);

        assertThat(small.getAll(List.of("old", "newer", "newest"))).containsOnlyKeys("old", "newer", "newest");
    }

    @Test
    void newProcessWithASmallerBudgetKeepsToIt() {
        Level<String> large = small(10_000);
        IntStream.range(0, 20).forEach(i -> large.putAll(Map.of("key-" + i, Entry.of(1, "x".repeat(200))), NEW));

        Level<String> small = small(1_000);

        assertThat(bytesOnDisk()).isLessThanOrEqualTo(1_000);
        assertThat(small.getAll(List.of("key-19", "key-18", "key-17"))).isNotEmpty();
    }

    @Test
    void valueLargerThanTheBudgetIsNotKeptNorIsWhatItReplaces() {
        Level<String> small = small(1_000);
        small.putAll(Map.of("ada", Entry.of(1, "small"), "bob", Entry.of(1, "Bob")), NEW);

        assertThat(small.putAll(Map.of("ada", Entry.of(2, "x".repeat(1_000))), NEW))
                .isEmpty();
        assertThat(small.getAll(List.of("ada", "bob"))).containsOnlyKeys("bob");
    }

    @Test
    void diskThatTakesNothingFailsNoCall() throws IOException {
        Files.writeString(tmp.resolve("cache"), "a file where the folder should be");

        assertThat(put(Entry.of(1, "Ada"))).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void folderThatIsRemovedIsMadeAgain() throws IOException {
        put(Entry.of(1, "Ada"));
        Files.delete(fileOf("ada"));
        Files.delete(folder());

        assertThat(put(Entry.of(1, "Ada"))).isEmpty();
        assertThat(kept()).containsExactly(Entry.of(1, "Ada"));
    }

    @Test
    void itIsNamedAfterWhereItKeepsEntries() {
        assertThat(new FileLevel<>(folder(), PLENTY, Texts.NOW, LONG).name()).isEqualTo("file");
    }

    private Level<String> reopened() {
        return level(Texts.NOW, LONG);
    }

    private Level<String> small(long mostBytes) {
        return new FileLevel<>(folder(), mostBytes, Texts.NOW, new Expiry(LONG, new SecureRandom()), clock);
    }

    private Path folder() {
        return tmp.resolve("cache");
    }

    /** The file of a key, told by being the one that a level on an empty folder makes. */
    private Path fileOf(String key) {
        Path empty = tmp.resolve("probe-" + key);
        new FileLevel<>(empty, PLENTY, Texts.NOW, LONG).putAll(Map.of(key, Entry.of(1, "any")), NEW);
        try (Stream<Path> files = Files.list(empty)) {
            return folder().resolve(files.findFirst().orElseThrow().getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long bytesOnDisk() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
