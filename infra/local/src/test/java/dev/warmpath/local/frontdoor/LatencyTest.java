package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.local.frontdoor.Latency.Fixed;
import dev.warmpath.local.frontdoor.Latency.LogNormal;
import dev.warmpath.local.frontdoor.Latency.Sampled;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatencyTest {
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    @Test
    void fixedLatencyIsAlwaysTheSame() {
        assertThat(samples(new Fixed(MILLISECOND), 10)).containsOnly(MILLISECOND);
    }

    @Test
    void sampledLatencyIsEachOfItsValuesInTurnByChance() {
        List<Duration> values = List.of(MILLISECOND, Duration.ofMillis(5), Duration.ofMillis(9));

        assertThat(samples(new Sampled(values), 1_000)).isSubsetOf(values).containsAll(values);
    }

    @Test
    void logNormalLatencyHasItsPercentiles() {
        List<Duration> sorted = samples(new LogNormal(Duration.ofMillis(4), Duration.ofMillis(20)), 20_000).stream()
                .sorted()
                .toList();

        assertThat(sorted.get(10_000)).isBetween(Duration.ofMillis(3), Duration.ofMillis(5));
        assertThat(sorted.get(19_800)).isBetween(Duration.ofMillis(17), Duration.ofMillis(23));
    }

    @Test
    void latenciesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new Fixed(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sampled(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogNormal(Duration.ZERO, MILLISECOND))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogNormal(Duration.ofMillis(2), MILLISECOND))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parkReturnsNoEarlierThanTold() {
        long before = System.nanoTime();

        Latencies.park(Duration.ofMillis(2));

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(2_000_000);
    }

    private static List<Duration> samples(Latency latency, int count) {
        Random random = new Random(1);
        return Stream.generate(() -> latency.next(random)).limit(count).toList();
    }
}
