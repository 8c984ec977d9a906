package dev.warmpath.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration TIME = Duration.ofSeconds(60);

    private final AtomicLong nanos = new AtomicLong();
    private final Deadline deadline = Deadline.in(TIME, nanos::get);
    private final Rounds rounds = roundsOf(3);

    @Property(tries = 200)
    void nothingIsLostAndNothingDoneTwiceWhateverIsLeft(
            @ForAll @IntRange(max = 300) int count,
            @ForAll @IntRange(min = 1, max = 30) int chunk,
            @ForAll @IntRange(min = 1, max = 8) int atOnce,
            @ForAll @IntRange(max = 100) int leftPercent,
            @ForAll Random random) {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        Set<Integer> twice = ConcurrentHashMap.newKeySet();
        Set<Integer> sizes = ConcurrentHashMap.newKeySet();
        Function<List<Integer>, Sent<Integer, String>> send = elements -> {
            sizes.add(elements.size());
            throttle(random, leftPercent / 2);
            Map<Boolean, List<Integer>> left =
                    elements.stream().collect(Collectors.partitioningBy(e -> random.nextInt(100) < leftPercent));
            left.get(false).stream().filter(element -> !done.add(element)).forEach(twice::add);
            return new Sent<>(left.get(false).stream().map(String::valueOf).toList(), left.get(true));
        };

        Sent<Integer, String> sent =
                sixRoundsOf(atOnce).send(numbers(count), ChunkLimit.of(chunk), send, Deadline.in(TIME, nanos::get));

        assertThat(Stream.concat(done.stream(), sent.left().stream()).sorted()).isEqualTo(numbers(count));
        assertThat(sent.answers().stream().map(Integer::valueOf).sorted())
                .isEqualTo(done.stream().sorted().toList());
        assertThat(twice).isEmpty();
        assertThat(sizes).allMatch(size -> size >= 1 && size <= chunk);
    }

    private static void throttle(Random random, int percent) {
        if (random.nextInt(100) < percent) {
            throw Flaky.throttled();
        }
    }

    @Test
    void nothingToSendIsSentInNoRequest() {
        Sent<Integer, Void> sent = rounds.send(List.of(), ChunkLimit.of(1), RoundsTest::unexpected, deadline);

        assertThat(sent.left()).isEmpty();
    }

    @Test
    void whatSeveralChunksLeaveIsPackedTogether() {
        AtomicInteger requests = new AtomicInteger();
        Function<List<Integer>, Sent<Integer, Void>> send = elements -> requests.incrementAndGet() <= 4
                ? new Sent<>(List.of(), elements.subList(0, 2))
                : new Sent<>(List.of(), List.of());

        Sent<Integer, Void> sent = rounds.send(numbers(40), ChunkLimit.of(10), send, deadline);

        assertThat(sent.left()).isEmpty();
        assertThat(requests).hasValue(5);
    }

    @Test
    void whatIsLeftWhenTheTimeIsOverIsToldAndNoWaitPassesTheDeadline() {
        Sent<Integer, Void> sent = rounds.send(numbers(25), ChunkLimit.of(10), Sent::nothingOf, deadline);

        assertThat(sent.left()).containsExactlyElementsOf(numbers(25));
        assertThat(nanos.get()).isBetween(1L, TIME.toNanos() - 1);
    }

    @Test
    void withoutTimeNothingIsSent() {
        nanos.set(TIME.toNanos());

        Sent<Integer, Void> sent = rounds.send(numbers(3), ChunkLimit.of(1), RoundsTest::unexpected, deadline);

        assertThat(sent.left()).containsExactly(0, 1, 2);
    }

    @Test
    void aRequestThatDoesNotEndInTimeLeavesItsChunkAndOthersKeepTheirAnswers() {
        CyclicBarrier bothRun = new CyclicBarrier(2);
        Function<List<Integer>, Sent<Integer, Integer>> send = chunk -> {
            await(bothRun);
            if (chunk.contains(0)) {
                awaitForever();
            }
            nanos.set(TIME.toNanos() - 1);
            return new Sent<>(chunk, List.of());
        };

        Sent<Integer, Integer> sent = rounds.send(numbers(4), ChunkLimit.of(2), send, deadline);

        assertThat(sent.left()).containsExactly(0, 1);
        assertThat(sent.answers()).containsExactly(2, 3);
    }

    @Test
    void anyOtherFailureIsThrown() {
        IllegalStateException failure = new IllegalStateException("no such table");
        Function<List<Integer>, Sent<Integer, Void>> send = chunk -> {
            throw failure;
        };

        assertThatThrownBy(() -> rounds.send(numbers(3), ChunkLimit.of(1), send, deadline))
                .isSameAs(failure);
    }

    @Test
    void anInterruptDuringAWaitCancelsTheBatch() {
        Rounds interrupted = new Rounds(1, rounds.backoff(), wait -> {
            if (!wait.isZero()) {
                throw new InterruptedException();
            }
        });

        assertThatThrownBy(() -> interrupted.send(numbers(3), ChunkLimit.of(1), Sent::nothingOf, deadline))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Rounds roundsOf(int atOnce) {
        return new Rounds(atOnce, backoff(), wait -> nanos.addAndGet(wait.toNanos()));
    }

    /** Each wait takes so long that the last round too has more time than it can need. */
    private Rounds sixRoundsOf(int atOnce) {
        return new Rounds(atOnce, backoff(), wait -> nanos.addAndGet(wait.isZero() ? 0 : TIME.toNanos() / 6));
    }

    private static Backoff backoff() {
        return new Backoff(Duration.ofMillis(25), Duration.ofSeconds(1), new SecureRandom());
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static Sent<Integer, Void> unexpected(List<Integer> chunk) {
        throw new AssertionError("Nothing should have been sent, but " + chunk + " was");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException("The requests did not run at the same time", e);
        }
    }

    private static void awaitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted at the deadline", e);
        }
    }
}
