package dev.warmpath.bench.comparison.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void inTheOpenModelRequestsAreDueAtFixedTimes() {
        Pace open = new Pace.Open(8);
        open.startAt(1_000);

        assertThat(open.due(0)).isEqualTo(1_000);
        assertThat(open.due(1)).isEqualTo(125_001_000);
        assertThat(open.due(16)).isEqualTo(2_000_001_000L);
        assertThat(open.isOver()).isFalse();
    }

    @Test
    void inTheClosedModelARequestIsDueWhenItsCallerIsFree() {
        Pace closed = new Pace.Closed(Duration.ofHours(1));
        closed.startAt(System.nanoTime());

        long before = System.nanoTime();
        long due = closed.due(5);

        assertThat(due).isBetween(before, System.nanoTime());
        assertThat(closed.isOver()).isFalse();
    }

    @Test
    void theClosedModelIsOverAfterItsTime() {
        Pace closed = new Pace.Closed(Duration.ofSeconds(10));
        closed.startAt(System.nanoTime() - Duration.ofSeconds(11).toNanos());

        assertThat(closed.isOver()).isTrue();
    }
}
