package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrentLoadsTest {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));
    private static final Duration TTL = Duration.ofMinutes(5);
    private static final int CALLERS = 20;

    private final Rows rows = new Rows();
    private final HeldSource source = new HeldSource(rows);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Cache<String> cache = new Cache<>(
            source, List.of(new CaffeineLevel<>(100, new TimesToLive(TTL, TTL, TTL), () -> 0L, System::nanoTime)));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** A source whose first load waits until it is let go on. */
    private static final class HeldSource implements Source<String> {
        private final Rows rows;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
        private boolean held = true;

        HeldSource(Rows rows) {
            this.rows = rows;
        }

        @Override
        public Loaded<String> load(Collection<String> keys, Deadline deadline) {
            Loaded<String> loaded = rows.load(keys, deadline);
            if (isFirst()) {
                begun.countDown();
                await(released);
                throwFailure();
            }
            return loaded;
        }

        private synchronized boolean isFirst() {
            boolean first = held;
            held = false;
            return first;
        }

        private void throwFailure() {
            if (failure.get() != null) {
                throw failure.get();
            }
        }

        @Override
        public long version(String value) {
            return rows.version(value);
        }
    }

    @Test
    void concurrentReadsOfOneKeyLoadItOnce() throws Exception {
        rows.put("a", 1);
        List<Future<Optional<String>>> reads = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            reads.add(threads.submit(() -> cache.get("a", DEADLINE)));
        }
        await(source.begun);
        source.released.countDown();
        for (Future<Optional<String>> read : reads) {
            assertThat(answer(read)).contains("1");
        }
        assertThat(rows.loads()).containsExactly(Set.of("a"));
    }

    @Test
    void aBulkReadLoadsOnlyWhatNoOtherCallLoads() throws Exception {
        rows.put("a", 1);
        rows.put("b", 1);
        Future<Optional<String>> leader = leader("a");
        Future<Loaded<String>> bulk = threads.submit(() -> cache.getAll(List.of("a", "b"), DEADLINE));
        Future<Optional<String>> follower = threads.submit(() -> cache.get("b", DEADLINE));
        assertThat(answer(follower)).contains("1");
        source.released.countDown();
        assertThat(answer(bulk)).isEqualTo(new Loaded<>(Map.of("a", "1", "b", "1"), Set.of()));
        assertThat(answer(leader)).contains("1");
        assertThat(rows.loads()).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"));
    }

    @Test
    void callsThatEachLoadWhatTheOtherWantsDoNotWaitForEachOther() throws Exception {
        rows.put("a", 1);
        rows.put("b", 1);
        for (int i = 0; i < CALLERS; i++) {
            Cache<String> fresh = new Cache<>(rows, List.of());
            Future<Loaded<String>> one = threads.submit(() -> fresh.getAll(List.of("a", "b"), DEADLINE));
            Future<Loaded<String>> two = threads.submit(() -> fresh.getAll(List.of("b", "a"), DEADLINE));
            assertThat(answer(one).found()).hasSize(2);
            assertThat(answer(two).found()).hasSize(2);
        }
    }

    @Test
    void aFailedLoadFailsItsOwnCallerOnly() throws Exception {
        rows.put("a", 1);
        Future<Optional<String>> leader = leader("a");
        Future<Optional<String>> follower = follower("a");
        source.failure.set(new IllegalStateException("cut"));
        source.released.countDown();
        assertThatThrownBy(() -> answer(leader)).hasCause(source.failure.get());
        assertThat(answer(follower)).contains("1");
    }

    @Test
    void anInterruptedLoadFailsItsOwnCallerOnly() throws Exception {
        rows.put("a", 1);
        Future<Optional<String>> leader = leader("a");
        Future<Optional<String>> follower = follower("a");
        leader.cancel(true);
        assertThat(answer(follower)).contains("1");
        assertThat(cache.get("a", DEADLINE)).contains("1");
    }

    @Test
    void aLoadThatRanOutOfTimeIsMadeAgainForWhoHasMore() throws Exception {
        rows.put("a", 1);
        rows.unreadable("a");
        Future<Optional<String>> leader = leader("a");
        Future<Optional<String>> follower = follower("a");
        rows.unreadable();
        source.released.countDown();
        assertThatThrownBy(() -> answer(leader)).hasCauseInstanceOf(DeadlineException.class);
        assertThat(answer(follower)).contains("1");
    }

    @Test
    void nobodyWaitsLongerThanTheOwnDeadline() throws Exception {
        rows.put("a", 1);
        Future<Optional<String>> leader = leader("a");
        Deadline over = Deadline.in(Duration.ZERO);
        assertThatExceptionOfType(DeadlineException.class).isThrownBy(() -> cache.get("a", over));
        assertThat(cache.getAll(List.of("a"), Deadline.in(Duration.ofMillis(1))).unread())
                .containsExactly("a");
        source.released.countDown();
        assertThat(answer(leader)).contains("1");
        assertThat(rows.loads()).hasSize(1);
    }

    @Test
    void whoIsInterruptedWhileWaitingIsToldSoAndStaysInterrupted() throws Exception {
        rows.put("a", 1);
        leader("a");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> cache.get("a", DEADLINE)).hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        source.released.countDown();
    }

    @Test
    void aWriteDuringAJoinedLoadIsAnsweredToAll() throws Exception {
        rows.put("a", 1);
        Future<Optional<String>> leader = leader("a");
        Future<Loaded<String>> bulk = threads.submit(() -> cache.getAll(List.of("a"), DEADLINE));
        cache.put("a", "2");
        source.released.countDown();
        assertThat(answer(leader)).contains("2");
        assertThat(answer(bulk).found()).containsValue("2");
    }

    /** A call whose load is under way. */
    private Future<Optional<String>> leader(String key) throws InterruptedException {
        Future<Optional<String>> leader = threads.submit(() -> cache.get(key, DEADLINE));
        await(source.begun);
        return leader;
    }

    /** A call that waits for the load of another one. */
    private Future<Optional<String>> follower(String key) throws InterruptedException {
        AtomicReference<Thread> thread = new AtomicReference<>();
        Callable<Optional<String>> read = () -> {
            thread.set(Thread.currentThread());
            return cache.get(key, DEADLINE);
        };
        Future<Optional<String>> follower = threads.submit(read);
        Deadline soon = Deadline.in(Duration.ofSeconds(30));
        while (!waits(thread.get())) {
            assertThat(soon.isOver()).as("the call should have waited").isFalse();
            Thread.onSpinWait();
        }
        return follower;
    }

    private static boolean waits(Thread thread) {
        return thread != null && thread.getState() == Thread.State.TIMED_WAITING;
    }

    private static <T> T answer(Future<T> future) throws ExecutionException, InterruptedException {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("A call should have ended within 30 seconds", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while waiting for the other calls", e);
        }
    }
}
