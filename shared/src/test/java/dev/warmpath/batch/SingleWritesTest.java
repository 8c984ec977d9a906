package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SingleWritesTest {
    private static final Duration TIME = Duration.ofSeconds(60);

    private final AtomicLong nanos = new AtomicLong();
    private final Deadline deadline = Deadline.in(TIME, nanos::get);
    private final Backoff backoff = new Backoff(Duration.ofMillis(25), Duration.ofSeconds(1), new SecureRandom());
    private final SingleWrites writes =
            new SingleWrites(new Rounds(3, backoff, wait -> nanos.addAndGet(wait.toNanos())));

    @Test
    void eachIsTriedUntilThereIsNothingToTryInItsPlace() {
        Map<Integer, Integer> attempts = new ConcurrentHashMap<>();

        List<Integer> left = writes.write(
                List.of(1, 2, 3, 4),
                write -> {
                    attempts.merge(write, 1, Integer::sum);
                    return write > 2 ? Optional.of(write - 2) : Optional.empty();
                },
                deadline);

        assertThat(left).isEmpty();
        assertThat(attempts).isEqualTo(Map.of(1, 2, 2, 2, 3, 1, 4, 1));
    }

    @Test
    void whatIsThrottledIsTriedAgainAsItWas() {
        Map<Integer, Integer> attempts = new ConcurrentHashMap<>();

        List<Integer> left = writes.write(
                List.of(1, 2),
                write -> {
                    if (attempts.merge(write, 1, Integer::sum) < 3) {
                        throw Flaky.throttled();
                    }
                    return Optional.empty();
                },
                deadline);

        assertThat(left).isEmpty();
        assertThat(attempts).isEqualTo(Map.of(1, 3, 2, 3));
    }

    @Test
    void whatIsLeftWhenTheTimeIsOverIsToldAsItWasTriedLast() {
        List<Integer> left =
                writes.write(List.of(1, -1), write -> write > 0 ? Optional.of(7) : Optional.empty(), deadline);

        assertThat(left).containsExactly(7);
        assertThat(nanos.get()).isLessThan(TIME.toNanos());
    }

    @Test
    void anyOtherFailureIsThrown() {
        IllegalStateException failure = new IllegalStateException("no such table");

        assertThatThrownBy(() -> writes.write(
                        List.of(1),
                        write -> {
                            throw failure;
                        },
                        deadline))
                .isSameAs(failure);
    }
}
