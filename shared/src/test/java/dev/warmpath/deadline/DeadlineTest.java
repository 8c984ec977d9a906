package dev.warmpath.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void remainingTimeShrinksAlsoWhereTheClockOverflows() {
        Deadline deadline = Deadline.in(Duration.ofMillis(10), nanoTime::get);

        nanoTime.addAndGet(Duration.ofMillis(4).toNanos());

        assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(6));
        assertThat(deadline.isOver()).isFalse();
    }

    @Test
    void nothingRemainsOnceItIsOver() {
        Deadline deadline = Deadline.in(Duration.ofMillis(10), nanoTime::get);

        nanoTime.addAndGet(Duration.ofMillis(11).toNanos());

        assertThat(deadline.remaining()).isZero();
        assertThat(deadline.isOver()).isTrue();
    }

    @Test
    void invocationThatIsAlmostOverLeavesNoTime() {
        assertThat(Deadline.in(Duration.ofMillis(-1), nanoTime::get).isOver()).isTrue();
    }

    @Test
    void anExtendedOneIsOverThatMuchLater() {
        Deadline deadline = Deadline.in(Duration.ofMillis(10), nanoTime::get);
        Deadline extended = deadline.extendedBy(Duration.ofMillis(5));

        nanoTime.addAndGet(Duration.ofMillis(12).toNanos());

        assertThat(deadline.isOver()).isTrue();
        assertThat(extended.remaining()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void partOfTheWorkEndsWithItsOwnTimeOrWithAllOfIt() {
        Deadline deadline = Deadline.in(Duration.ofMillis(10), nanoTime::get);

        assertThat(deadline.within(Duration.ofMillis(4)).remaining()).isEqualTo(Duration.ofMillis(4));
        assertThat(deadline.within(Duration.ofMillis(40)).remaining()).isEqualTo(Duration.ofMillis(10));
    }
}
