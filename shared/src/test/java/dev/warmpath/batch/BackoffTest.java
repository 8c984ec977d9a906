package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(25);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @Test
    void theLimitDoublesUpToTheLongest() {
        Backoff longestWaits = new Backoff(FIRST, LONGEST, new Highest());

        assertThat(IntStream.rangeClosed(1, 8).mapToObj(longestWaits::before).map(Duration::toMillis))
                .containsExactly(25L, 50L, 100L, 200L, 400L, 800L, 1000L, 1000L);
    }

    @Property
    void aWaitIsNeitherNegativeNorOverTheLongest(@ForAll @IntRange(min = 1) int repetition) {
        assertThat(new Backoff(FIRST, LONGEST, new SecureRandom()).before(repetition))
                .isBetween(Duration.ZERO, LONGEST);
    }

    private static final class Highest implements RandomGenerator {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }
}
