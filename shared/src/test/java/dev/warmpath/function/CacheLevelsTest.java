package dev.warmpath.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.cache.Cache;
import dev.warmpath.cache.Codec;
import dev.warmpath.cache.Loaded;
import dev.warmpath.cache.SharedCache;
import dev.warmpath.cache.SharedCacheSettings;
import dev.warmpath.cache.Source;
import dev.warmpath.deadline.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CacheLevelsTest {
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));

    private final CacheLevels<String> levels = new CacheLevels<>("texts", new Texts());
    private final Counting source = new Counting();
    private long nanos;

    @Test
    void memoryAnswersUntilItsTimeIsOver() {
        Cache<String> cache = levels.over(source, Stream.of(levels.memory(TIME, Duration.ZERO, () -> nanos)));
        source.texts.put("a", "A");

        assertThat(cache.get("a", DEADLINE)).contains("A");
        assertThat(cache.get("a", DEADLINE)).contains("A");
        assertThat(source.loads).isEqualTo(1);
        nanos = TIME.toNanos();
        assertThat(cache.get("a", DEADLINE)).contains("A");
        assertThat(source.loads).isEqualTo(2);
    }

    @Test
    void memoryKeepsThatThereIsNoValueOnlyIfItMay() {
        Cache<String> without = levels.over(source, Stream.of(levels.memory(TIME, Duration.ZERO, () -> nanos)));
        Cache<String> with = levels.over(source, Stream.of(levels.memory(TIME, TIME, () -> nanos)));

        without.get("a", DEADLINE);
        with.get("a", DEADLINE);
        source.texts.put("a", "A");

        assertThat(without.get("a", DEADLINE)).contains("A");
        assertThat(with.get("a", DEADLINE)).isEmpty();
    }

    @Test
    void withoutTimeToLiveThereIsNoLevelInMemory() {
        assertThat(levels.memory(Duration.ZERO, Duration.ZERO, () -> nanos)).isEmpty();
    }

    @Test
    void whereNothingIsSharedThereIsNoSharedLevel() {
        SharedCache none = new SharedCache(new SharedCacheSettings.None(), () -> {
            throw new AssertionError("No client is needed");
        });

        assertThat(levels.shared(none, TIME)).isEmpty();
    }

    @Test
    void withoutAnyLevelEachReadIsOneOfTheSource() {
        Cache<String> cache = levels.over(source, Stream.of(Optional.empty()));

        cache.get("a", DEADLINE);
        cache.get("a", DEADLINE);

        assertThat(source.loads).isEqualTo(2);
    }

    private static final class Counting implements Source<String> {
        private final Map<String, String> texts = new HashMap<>();
        private int loads;

        @Override
        public Loaded<String> load(Collection<String> keys, Deadline deadline) {
            loads++;
            return new Loaded<>(Map.copyOf(texts), Set.of());
        }

        @Override
        public long version(String value) {
            return 1;
        }
    }

    private static final class Texts implements Codec<String> {
        @Override
        public String form() {
            return "text-1";
        }

        @Override
        public byte[] write(String value) {
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String read(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
