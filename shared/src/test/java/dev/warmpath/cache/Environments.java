package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.resilience.CircuitBreaker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Two environments with a first level each and a second one that they share, and what their caches may answer. */
final class Environments {
    private static final Duration L1 = Duration.ofSeconds(2);
    private static final Duration L2 = Duration.ofSeconds(4);
    private static final Duration TOMBSTONES = Duration.ofSeconds(10);
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(10));
    private static final List<String> KEYS = List.of("a", "b", "c");

    private final History history = new History();
    private final Rows rows = new Rows();
    private final boolean told;
    private final Duration bound;
    private final MapLevel second;
    private final List<Environment> environments;
    private long now = TOMBSTONES.toNanos();
    private long version;

    /** A version below which an environment must not answer, since it knows of it itself. */
    private record Floor(long version, long until) {}

    private record Environment(CaffeineLevel<String> first, Cache<String> cache, Map<String, Floor> floors) {
        long floor(String key, long now) {
            Floor floor = floors.getOrDefault(key, new Floor(0, now));
            return now < floor.until() ? floor.version() : 0;
        }
    }

    /** @param told whether the shared level is told of every change, so that answers may be no older than the first keeps them */
    Environments(boolean told, long seed) {
        this.told = told;
        this.bound = told ? L1 : L1.plus(L2);
        this.second = new MapLevel(L2, () -> now);
        this.environments = List.of(environment(seed), environment(seed + 1));
    }

    private Environment environment(long seed) {
        TimesToLive times = new TimesToLive(L1, L1.dividedBy(2), TOMBSTONES);
        CaffeineLevel<String> first = new CaffeineLevel<>(1_000, times, new SplittableRandom(seed), () -> now);
        CircuitBreaker breaker = new CircuitBreaker(1, Duration.ofMillis(500), () -> now);
        Level<String> guarded = new GuardedLevel<>(second, breaker, CacheListener.NONE);
        Cache<String> cache = new Cache<>(rows, List.of(first, guarded), CacheListener.NONE, () -> now);
        return new Environment(first, cache, new HashMap<>());
    }

    void take(Step step) {
        Environment environment = environments.get(step.environment());
        String key = step.key();
        switch (step.kind()) {
            case GET -> get(environment, key);
            case GET_ALL -> getAll(environment);
            case GET_LATEST -> getLatest(environment, key);
            case FAILING_GET -> failingGet(environment, key);
            case OVERTAKEN_GET -> overtakenGet(environment, step);
            case SILENTLY_OVERTAKEN_GET -> silentlyOvertakenGet(environment, step);
            case WRITE -> write(environment, key);
            case DELETE -> delete(environment, key);
            case SILENT_WRITE -> writeRow(key);
            case SILENT_DELETE -> deleteRow(key);
            case PASS -> now += Duration.ofMillis(step.millis()).toNanos();
            case CLEAR -> clear(environment);
            case LOSE -> second.lose(key);
            case DOWN -> second.down(true);
            case UP -> second.down(false);
        }
    }

    private void get(Environment environment, String key) {
        long begun = now;
        long floor = environment.floor(key, now);
        check(environment, key, environment.cache().get(key, DEADLINE), Math.min(begun, now - bound.toNanos()), floor);
    }

    private void getAll(Environment environment) {
        Loaded<String> loaded = environment.cache().getAll(KEYS, DEADLINE);
        assertThat(loaded.unread()).isEmpty();
        for (String key : KEYS) {
            Optional<String> answer = Optional.ofNullable(loaded.found().get(key));
            check(environment, key, answer, now - bound.toNanos(), environment.floor(key, now));
        }
    }

    private void getLatest(Environment environment, String key) {
        Optional<String> latest =
                environment.cache().getLatest(key, () -> history.now(key).value());
        assertThat(latest).isEqualTo(history.now(key).value());
        forget(() -> environment.floors().remove(key));
    }

    private void failingGet(Environment environment, String key) {
        rows.duringLoad(() -> {
            throw new IllegalStateException("no table");
        });
        if (environment.first().get(key).isPresent()) {
            get(environment, key);
        } else {
            second.lose(key);
            assertThatIllegalStateException()
                    .isThrownBy(() -> environment.cache().get(key, DEADLINE));
        }
        rows.duringLoad(() -> {});
    }

    /** While the row is read, another environment writes or deletes it and time passes. */
    private void overtakenGet(Environment environment, Step step) {
        Environment other = environments.get(1 - step.environment());
        rows.duringLoad(() -> {
            if (step.millis() % 2 == 0) {
                write(other, step.key());
            } else {
                delete(other, step.key());
            }
            now += Duration.ofMillis(step.millis()).toNanos();
        });
        get(environment, step.key());
        rows.duringLoad(() -> {});
    }

    /** While the row is read, it changes past all caches, and time passes. */
    private void silentlyOvertakenGet(Environment environment, Step step) {
        rows.duringLoad(() -> {
            writeRow(step.key());
            now += Duration.ofMillis(step.millis()).toNanos();
        });
        get(environment, step.key());
        rows.duringLoad(() -> {});
    }

    private void check(Environment environment, String key, Optional<String> answer, long since, long floor) {
        Entry<String> answered = new Entry<>(0, answer);
        assertThat(history.newestLike(key, answered, since, floor))
                .as("'%s' answered for %s, of version %d or newer", answer, key, floor)
                .isPresent();
        answer.map(Long::parseLong)
                .filter(found -> found > floor)
                .ifPresent(found -> know(environment, key, found, Duration.ZERO));
    }

    private void write(Environment environment, String key) {
        writeRow(key);
        environment.cache().put(key, Long.toString(version));
        know(environment, key, version, L1.multipliedBy(9).dividedBy(10));
    }

    private void delete(Environment environment, String key) {
        deleteRow(key);
        environment.cache().invalidate(key, version);
        know(environment, key, version, TOMBSTONES);
    }

    /** Where the shared level is told of every change, an environment never answers older again than it once knew. */
    private void know(Environment environment, String key, long known, Duration time) {
        environment.floors().put(key, new Floor(known, told ? Long.MAX_VALUE : now + time.toNanos()));
    }

    private void writeRow(String key) {
        version += 2;
        rows.put(key, version);
        history.record(key, now, Entry.of(version, Long.toString(version)));
    }

    private void deleteRow(String key) {
        version += 2;
        rows.remove(key);
        history.record(key, now, Entry.tombstone(version));
    }

    private void clear(Environment environment) {
        environment.first().clear();
        forget(() -> environment.floors().clear());
    }

    private void forget(Runnable forgetting) {
        if (!told) {
            forgetting.run();
        }
    }
}
