package dev.warmpath.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

@Timeout(60)
class FanOutTest {
    private final Deadline deadline = Deadline.in(Duration.ofSeconds(30));
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(2);

    @AfterEach
    void forgetContext() {
        MDC.clear();
    }

    @Test
    void noCallsGiveNoAnswersEvenWithoutTime() {
        assertThat(FanOut.all(Deadline.in(Duration.ZERO), List.of())).isEmpty();
    }

    @Test
    void answersKeepTheOrderOfTheCallsWhateverEndsFirst() {
        CountDownLatch secondEnded = new CountDownLatch(1);
        Callable<String> first = () -> {
            secondEnded.await();
            return "first";
        };
        Callable<String> second = () -> {
            secondEnded.countDown();
            return "second";
        };

        assertThat(FanOut.all(deadline, List.of(first, second))).containsExactly("first", "second");
    }

    @Test
    void twoCallsThatAnswerDifferentThingsRunAtTheSameTime() {
        CyclicBarrier bothRun = new CyclicBarrier(2);
        Callable<String> text = () -> {
            bothRun.await();
            return "a";
        };
        Callable<Integer> number = () -> {
            bothRun.await();
            return 1;
        };

        String together = FanOut.both(deadline, text, number, (one, other) -> one + other);

        assertThat(together).isEqualTo("a1");
    }

    @Test
    void aCallMayAnswerNothing() {
        Callable<String> nothing = () -> null;

        assertThat(FanOut.all(deadline, List.of(nothing))).containsExactly((String) null);
    }

    @Test
    void callsRunAtTheSameTimeUpToTheBoundAndNoFurther() {
        CyclicBarrier three = new CyclicBarrier(3);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> call = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            three.await();
            return running.decrementAndGet();
        };

        FanOut.all(deadline, 3, Collections.nCopies(12, call));

        assertThat(most).hasValue(3);
    }

    @Test
    void aBoundBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FanOut.all(deadline, 0, List.of(() -> "")))
                .withMessageContaining("at least 1");
    }

    @Test
    void theFirstFailureIsThrownAsItIsAndInterruptsTheOthers() {
        CyclicBarrier allRun = new CyclicBarrier(3);
        IllegalStateException failure = new IllegalStateException("broken");
        Callable<String> fails = () -> {
            allRun.await();
            throw failure;
        };

        assertThatThrownBy(() -> FanOut.all(deadline, List.of(waiting(allRun), fails, waiting(allRun))))
                .isSameAs(failure);
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void callsThatAwaitTheirTurnAreNotMadeAfterAFailure() {
        AtomicInteger made = new AtomicInteger();
        Callable<Integer> fails = () -> {
            made.incrementAndGet();
            throw new IllegalStateException("broken");
        };
        Callable<Integer> slow = () -> {
            made.incrementAndGet();
            never.await();
            return 0;
        };

        assertThatThrownBy(() -> FanOut.all(deadline, 1, List.of(fails, slow, slow)))
                .hasMessage("broken");
        assertThat(made.get()).isBetween(1, 2);
    }

    @Test
    void anErrorIsThrownAsItIsAndACheckedExceptionAsCause() {
        AssertionError error = new AssertionError("wrong");
        IOException checked = new IOException("cut");
        Callable<String> fails = () -> {
            throw checked;
        };
        Callable<String> errs = () -> {
            throw error;
        };

        assertThatThrownBy(() -> FanOut.all(deadline, List.of(errs))).isSameAs(error);
        assertThatThrownBy(() -> FanOut.all(deadline, List.of(fails)))
                .isInstanceOf(CompletionException.class)
                .hasCause(checked);
    }

    @Test
    void whatHasNotEndedInTimeIsInterrupted() throws InterruptedException {
        CyclicBarrier allRun = new CyclicBarrier(3);
        AtomicLong millis = new AtomicLong();
        Deadline minute = Deadline.in(
                Duration.ofMinutes(1), () -> Duration.ofMillis(millis.get()).toNanos());
        Callable<String> last = () -> {
            allRun.await();
            millis.set(59_999);
            return "in time";
        };

        assertThatThrownBy(() -> FanOut.all(minute, List.of(waiting(allRun), last, waiting(allRun))))
                .isInstanceOf(DeadlineException.class)
                .hasMessageContaining("2 of the parallel calls");
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aSingleCallIsBoundToo() {
        Callable<String> waits = () -> {
            never.await();
            return "late";
        };

        assertThatThrownBy(() -> FanOut.all(Deadline.in(Duration.ofMillis(100)), List.of(waits)))
                .isInstanceOf(DeadlineException.class);
    }

    @Test
    void withoutTimeNoCallIsMade() {
        AtomicBoolean made = new AtomicBoolean();

        assertThatThrownBy(() -> FanOut.all(Deadline.in(Duration.ZERO), List.of(() -> made.getAndSet(true))))
                .isInstanceOf(DeadlineException.class);
        assertThat(made).isFalse();
    }

    @Test
    void callsAreMadeInVirtualThreadsWithTheLogContextOfTheCaller() {
        MDC.put("correlation_id", "c-1");
        Callable<String> call = () -> Thread.currentThread().isVirtual() + " " + MDC.get("correlation_id");

        assertThat(FanOut.all(deadline, 1, List.of(call, call))).containsExactly("true c-1", "true c-1");
    }

    @Test
    void whatACallPutsIntoItsLogContextReachesNoOther() {
        Callable<String> call = () -> {
            String before = String.valueOf(MDC.get("part"));
            MDC.put("part", "mine");
            return before;
        };

        assertThat(FanOut.all(deadline, 1, List.of(call, call, call))).containsOnly("null");
        assertThat(MDC.get("part")).isNull();
    }

    @Test
    void callsMayFanOutThemselvesWhateverTheBound() {
        Callable<Integer> sum = () -> FanOut.all(deadline, 2, numbers(5)).stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(FanOut.all(deadline, 1, List.of(sum, sum, sum))).containsExactly(10, 10, 10);
    }

    @Test
    void aFailureReachesTheInnerCallsOfTheOthers() {
        CyclicBarrier allRun = new CyclicBarrier(3);
        Callable<List<String>> outer = () -> FanOut.all(deadline, List.of(waiting(allRun), waiting(allRun)));
        Callable<List<String>> fails = () -> {
            allRun.await();
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() -> FanOut.all(deadline, List.of(outer, fails))).hasMessage("broken");
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void anInterruptedCallerCancelsTheCallsAndStaysInterrupted() throws InterruptedException {
        CyclicBarrier bothRun = new CyclicBarrier(3);
        AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        AtomicBoolean stays = new AtomicBoolean();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                FanOut.all(deadline, List.of(waiting(bothRun), waiting(bothRun)));
            } catch (RuntimeException e) {
                thrown.set(e);
                stays.set(Thread.currentThread().isInterrupted());
            }
        });
        awaitAt(bothRun);

        caller.interrupt();

        caller.join();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(stays).isTrue();
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Waits until it is interrupted. */
    private Callable<String> waiting(CyclicBarrier allRun) {
        return () -> {
            allRun.await();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return "not interrupted";
        };
    }

    private static void awaitAt(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException("The calls did not start", e);
        }
    }

    private static List<Callable<Integer>> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> (Callable<Integer>) () -> number)
                .toList();
    }
}
