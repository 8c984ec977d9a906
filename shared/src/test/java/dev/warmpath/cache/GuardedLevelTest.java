package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.resilience.CircuitBreaker;
import dev.warmpath.resilience.CircuitBreaker.State;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuardedLevelTest extends LevelContract {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);
    private static final Duration OPEN_FOR = Duration.ofSeconds(30);
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));

    private final AtomicLong nanoTime = new AtomicLong();
    private final Rows rows = new Rows();
    private final Counts counts = new Counts();
    private final MapLevel shared = new MapLevel(TIME_TO_LIVE, nanoTime::get);
    private final CircuitBreaker breaker = new CircuitBreaker(1, OPEN_FOR, nanoTime::get);
    private final GuardedLevel<String> level = new GuardedLevel<>(shared, breaker, counts);
    private final Cache<String> cache = new Cache<>(rows, List.of(level), counts, nanoTime::get);

    @Override
    protected Level<String> level() {
        return level;
    }

    @Override
    protected Duration timeToLive() {
        return TIME_TO_LIVE;
    }

    @Test
    void aRequestCallsALevelThatIsDownOnceAndIsAnsweredFromTheSource() {
        rows.put("a", 1);
        shared.down(true);
        assertThat(cache.get("a", DEADLINE)).contains("1");
        assertThat(shared.calls()).isEqualTo(1);
        cache.put("a", "2");
        cache.invalidate("a", 3);
        assertThat(cache.getAll(List.of("a", "b"), DEADLINE).found()).isEqualTo(Map.of("a", "1"));
        assertThat(shared.calls()).isEqualTo(1);
        assertThat(counts.sums())
                .containsEntry("L2 failed", 1)
                .containsEntry("L2 misses", 3)
                .hasEntrySatisfying("L2 skipped", skipped -> assertThat(skipped).isPositive());
    }

    @Test
    void aLevelThatIsBackIsUsedAgainAfterTheProbe() {
        rows.put("a", 1);
        shared.down(true);
        cache.get("a", DEADLINE);
        shared.down(false);
        nanoTime.addAndGet(OPEN_FOR.toNanos());
        cache.get("a", DEADLINE);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        assertThat(cache.get("a", DEADLINE)).contains("1");
        assertThat(rows.loads()).hasSize(2);
    }

    @Test
    void aWriteProbesToo() {
        shared.down(true);
        cache.put("a", "1");
        shared.down(false);
        nanoTime.addAndGet(OPEN_FOR.toNanos());
        cache.put("a", "2");
        assertThat(read("a")).containsEntry("a", Entry.of(2, "2"));
    }

    @Test
    void aFailedProbeCostsOneCallOnly() {
        shared.down(true);
        cache.get("a", DEADLINE);
        nanoTime.addAndGet(OPEN_FOR.toNanos());
        cache.get("a", DEADLINE);
        cache.get("b", DEADLINE);
        assertThat(shared.calls()).isEqualTo(2);
    }

    @Test
    void afterARestoreItIsTriedAgainAtOnce() {
        shared.down(true);
        cache.get("a", DEADLINE);
        level.clear();
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void anErrorIsNotTakenForALevelThatIsDown() {
        Level<String> broken = new GuardedLevel<>(new Broken(), breaker, counts);
        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> broken.get("a"));
    }

    private static final class Broken implements Level<String> {
        @Override
        public String name() {
            return "L2";
        }

        @Override
        public Map<String, Entry<String>> getAll(Collection<String> keys) {
            throw new StackOverflowError();
        }

        @Override
        public Collection<String> putAll(Map<String, Entry<String>> entries, Duration age) {
            throw new StackOverflowError();
        }

        @Override
        public void clear() {
            throw new StackOverflowError();
        }
    }
}
