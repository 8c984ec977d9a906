package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.Invocation.Start;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Restores parked environments, which stand for copies of one snapshot: each went through init and its checkpoint hooks, and
 * waits in {@code restore/next}.
 *
 * <p>From the function's first use on, one environment is kept parked, so that a scale-out costs a restore and not a start.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Lambda SnapStart
 *     runtime hooks for Java</a> for the limits of both hooks
 */
final class SnapStartLauncher implements Launcher {
    private static final Duration LEAST_SNAPSHOT_LIMIT = Duration.ofSeconds(130);
    private static final Duration RESTORE_LIMIT = Duration.ofSeconds(10);

    private final Environments environments;
    private final AtomicReference<Optional<FutureTask<ExecutionEnvironment>>> spare =
            new AtomicReference<>(Optional.empty());

    SnapStartLauncher(Environments environments) {
        this.environments = environments;
    }

    @Override
    public Lease launch() throws InterruptedException {
        long before = System.nanoTime();
        Optional<ExecutionEnvironment> spare = takeSpare();
        if (spare.isPresent() && spare.get().isParked()) {
            Lease lease = restore(spare.get(), Optional.empty());
            if (!exited(lease)) {
                return lease;
            }
            lease.environment().end();
        }
        ExecutionEnvironment environment =
                spare.isPresent() && reachesCheckpoint(spare.get()) ? spare.get() : environments.start();
        environment.awaitPoll(snapshotLimit());
        return restore(environment, Optional.of(Duration.ofNanos(System.nanoTime() - before)));
    }

    /** A spare that was killed while it was parked may show it only now, and says nothing about the function. */
    private static boolean exited(Lease lease) {
        return lease instanceof Lease.Failed failed && failed.cause().type().equals(Failures.EXITED);
    }

    /** Waits for a spare that is still on its way; one that has died says nothing about the function. */
    private boolean reachesCheckpoint(ExecutionEnvironment spare) throws InterruptedException {
        return spare.awaitPoll(snapshotLimit()) instanceof State.Parked;
    }

    private Lease restore(ExecutionEnvironment environment, Optional<Duration> snapshot) throws InterruptedException {
        long before = System.nanoTime();
        State reached = environment.restore(RESTORE_LIMIT);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        return Lease.of(environment, new Preparation(Start.RESTORED, took, snapshot), reached);
    }

    private Duration snapshotLimit() {
        Duration timeout = environments.function().timeout();
        return timeout.compareTo(LEAST_SNAPSHOT_LIMIT) > 0 ? timeout : LEAST_SNAPSHOT_LIMIT;
    }

    /** A spare that died is left until it is taken: replacing it at once could start failing environments in a loop. */
    private Optional<ExecutionEnvironment> takeSpare() throws InterruptedException {
        Optional<FutureTask<ExecutionEnvironment>> taken = spare.getAndSet(Optional.empty());
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(taken.get().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The spare environment could not be started.", e);
        }
    }

    @Override
    public void replenish() {
        Optional<FutureTask<ExecutionEnvironment>> present = spare.get();
        if (present.isEmpty()) {
            FutureTask<ExecutionEnvironment> start = new FutureTask<>(environments::start);
            if (spare.compareAndSet(present, Optional.of(start))) {
                Thread.ofVirtual().start(start);
            }
        }
    }

    @Override
    public boolean hasParked() {
        return spare.get()
                .filter(start -> start.state() == Future.State.SUCCESS)
                .filter(start -> start.resultNow().isParked())
                .isPresent();
    }
}
