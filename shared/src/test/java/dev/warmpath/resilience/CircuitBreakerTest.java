package dev.warmpath.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warmpath.resilience.CircuitBreaker.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Duration OPEN_FOR = Duration.ofSeconds(5);
    private static final int FAILURES = 3;
    private static final int CALLERS = 16;

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final List<State> changes = new ArrayList<>();
    private final CircuitBreaker breaker = new CircuitBreaker(FAILURES, OPEN_FOR, nanoTime::get, changes::add);

    @Test
    void closedBreakerAnswersWhatTheCallAnswers() {
        assertThat(breaker.call(() -> "x")).contains("x");
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void failureIsThrownOn() {
        assertThatIllegalStateException()
                .isThrownBy(() -> breaker.call(() -> {
                    throw new IllegalStateException("down");
                }));
    }

    @Test
    void errorCountsAsFailureToo() {
        CircuitBreaker strict = new CircuitBreaker(1, OPEN_FOR, nanoTime::get);
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> strict.call(() -> {
                    throw new StackOverflowError();
                }));
        assertThat(strict.state()).isEqualTo(State.OPEN);
    }

    @Test
    void enoughFailuresInARowOpenIt() {
        fail(FAILURES - 1);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        fail(1);
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void successEndsARowOfFailures() {
        fail(FAILURES - 1);
        breaker.call(() -> "x");
        fail(FAILURES - 1);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void openBreakerMakesNoCallUntilItsTimeIsOver() {
        fail(FAILURES);
        nanoTime.addAndGet(OPEN_FOR.toNanos() - 1);
        AtomicInteger calls = new AtomicInteger();
        assertThat(breaker.call(calls::incrementAndGet)).isEmpty();
        assertThat(calls).hasValue(0);
    }

    @Test
    void probeThatSucceedsClosesIt() {
        fail(FAILURES);
        nanoTime.addAndGet(OPEN_FOR.toNanos());
        assertThat(breaker.call(() -> "x")).contains("x");
        assertThat(changes).containsExactly(State.OPEN, State.HALF_OPEN, State.CLOSED);
    }

    @Test
    void probeThatFailsOpensItForAnotherWholePeriod() {
        fail(FAILURES);
        nanoTime.addAndGet(OPEN_FOR.toNanos());
        fail(1);
        nanoTime.addAndGet(OPEN_FOR.toNanos() - 1);
        assertThat(breaker.call(() -> "x")).isEmpty();
        nanoTime.addAndGet(1);
        assertThat(breaker.call(() -> "x")).contains("x");
        assertThat(changes).containsExactly(State.OPEN, State.HALF_OPEN, State.OPEN, State.HALF_OPEN, State.CLOSED);
    }

    @Test
    void onlyOneOfManyCallersProbes() throws Exception {
        fail(FAILURES);
        nanoTime.addAndGet(OPEN_FOR.toNanos());
        CountDownLatch othersAnswered = new CountDownLatch(CALLERS - 1);
        AtomicInteger probes = new AtomicInteger();
        List<Optional<String>> answers = atOnce(() -> {
            Optional<String> answer = breaker.call(() -> {
                probes.incrementAndGet();
                await(othersAnswered);
                return "probed";
            });
            othersAnswered.countDown();
            return answer;
        });
        assertThat(probes).hasValue(1);
        assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void failuresOfManyCallersOpenItOnce() throws Exception {
        CountDownLatch allCall = new CountDownLatch(CALLERS);
        List<Boolean> failed = atOnce(() -> {
            try {
                return breaker.call(() -> {
                            allCall.countDown();
                            await(allCall);
                            throw new IllegalStateException("down");
                        })
                        .isPresent();
            } catch (IllegalStateException e) {
                return false;
            }
        });
        assertThat(failed).hasSize(CALLERS).containsOnly(false);
        assertThat(changes).containsExactly(State.OPEN);
    }

    @Test
    void lateSuccessOfACallFromBeforeItOpenedDoesNotCloseIt() {
        breaker.call(() -> {
            fail(FAILURES);
            return "late";
        });
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void lateFailureOfACallFromBeforeItOpenedDoesNotEndTheProbe() {
        CircuitBreaker strict = new CircuitBreaker(1, OPEN_FOR, nanoTime::get, changes::add);
        assertThatIllegalStateException()
                .isThrownBy(() -> strict.call(() -> {
                    assertThatIllegalStateException().isThrownBy(() -> strict.call(CircuitBreakerTest::down));
                    nanoTime.addAndGet(OPEN_FOR.toNanos());
                    strict.call(() -> "probe");
                    return down();
                }));
        assertThat(strict.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void resetClosesItAndForgetsFailures() {
        fail(FAILURES);
        breaker.reset();
        fail(FAILURES - 1);
        breaker.reset();
        fail(FAILURES - 1);
        assertThat(changes).containsExactly(State.OPEN, State.CLOSED);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CircuitBreaker(0, OPEN_FOR, nanoTime::get));
        assertThatIllegalArgumentException().isThrownBy(() -> new CircuitBreaker(1, Duration.ZERO, nanoTime::get));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatIllegalStateException().isThrownBy(() -> breaker.call(CircuitBreakerTest::down));
        }
    }

    private static String down() {
        throw new IllegalStateException("down");
    }

    private static <T> List<T> atOnce(Supplier<T> call)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<T> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                futures.add(threads.submit(call::get));
            }
            for (Future<T> future : futures) {
                answers.add(future.get(10, TimeUnit.SECONDS));
            }
        }
        return answers;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while waiting for the other callers", e);
        }
    }
}
