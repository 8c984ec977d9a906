package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.Invocation.Result.FunctionError;
import dev.warmpath.local.lambda.State.Busy;
import dev.warmpath.local.lambda.State.Dead;
import dev.warmpath.local.lambda.State.Idle;
import dev.warmpath.local.lambda.State.Parked;
import dev.warmpath.local.lambda.State.Running;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One execution environment: a child JVM under AWS's runtime client, which runs one invocation at a time. */
final class ExecutionEnvironment {
    /** What the environment made of an event, and how long that took from its delivery. */
    record Answer(Result result, Duration took) {}

    private static final FunctionError ABANDONED = Failures.ended("The caller was interrupted.");
    private static final FunctionError ENDED = Failures.ended("The environment was idle and has been ended.");

    private final String id;
    private final ChildProcess child;
    private final Lifecycle lifecycle;
    private final PeakMemory memory;
    private final long startedAt = System.nanoTime();

    ExecutionEnvironment(String id, ChildProcess child, Lifecycle lifecycle) {
        this.id = id;
        this.child = child;
        this.lifecycle = lifecycle;
        this.memory = new PeakMemory(child.pid());
    }

    String id() {
        return id;
    }

    long pid() {
        return child.pid();
    }

    int peakMemoryMegabytes() {
        return memory.megabytes();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    boolean isDead() {
        return lifecycle.state() instanceof Dead;
    }

    boolean isParked() {
        return lifecycle.state() instanceof Parked;
    }

    /** Waits until the runtime client polls or the environment is dead; kills it after {@code limit}. */
    State awaitPoll(Duration limit) throws InterruptedException {
        return awaitPoll(limit, Failures.timedOut(limit));
    }

    private State awaitPoll(Duration limit, FunctionError tooLate) throws InterruptedException {
        try {
            if (lifecycle.awaitNotBusy(limit) instanceof Busy) {
                kill(tooLate);
            }
            return lifecycle.state();
        } catch (InterruptedException e) {
            kill(ABANDONED);
            throw e;
        }
    }

    /** Lets a parked environment run its restore hooks and waits until it is ready, or dead. */
    State restore(Duration limit) throws InterruptedException {
        if (lifecycle.state() instanceof Parked parked && lifecycle.move(parked, new Busy())) {
            parked.reply().restore();
        }
        return awaitPoll(limit, Failures.restoreTimedOut(limit));
    }

    /**
     * Runs one event; {@code timeout} kills the environment.
     *
     * @return empty if the environment died before the event reached it, so that another one may take the event
     */
    Optional<Answer> invoke(Event event, Duration timeout) throws InterruptedException {
        Running running = new Running(event.requestId(), new CompletableFuture<>());
        // The answer to the event before may have arrived earlier than the poll for this one.
        if (awaitPoll(timeout) instanceof Idle idle && lifecycle.move(idle, running)) {
            long before = System.nanoTime();
            idle.reply().deliver(event);
            Result result = awaitAnswer(running, timeout);
            return Optional.of(new Answer(result, Duration.ofNanos(System.nanoTime() - before)));
        }
        return Optional.empty();
    }

    private Result awaitAnswer(Running running, Duration timeout) throws InterruptedException {
        try {
            return running.answer().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            kill(Failures.timedOut(timeout));
            return running.answer().join();
        } catch (InterruptedException e) {
            kill(ABANDONED);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("An answer is always a result.", e);
        }
    }

    private void kill(FunctionError cause) {
        lifecycle.die(cause);
        child.kill();
    }

    /**
     * At once: Lambda gives a runtime time to shut down only for the sake of registered extensions, and none are registered here
     * (<a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">Understanding the Lambda execution
     * environment lifecycle</a>).
     */
    void end() {
        kill(ENDED);
    }

    /** @throws IllegalStateException if the process of an ended environment is not gone within the limit */
    void awaitEnd(Duration limit) throws InterruptedException {
        if (!child.awaitFinished(limit)) {
            throw new IllegalStateException("The environment %s (process %d) was ended, but is not gone after %d s."
                    .formatted(id, child.pid(), limit.toSeconds()));
        }
    }
}
