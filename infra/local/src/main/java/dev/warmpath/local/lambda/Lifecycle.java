package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.Invocation.Result.FunctionError;
import dev.warmpath.local.lambda.State.Busy;
import dev.warmpath.local.lambda.State.Dead;
import dev.warmpath.local.lambda.State.Idle;
import dev.warmpath.local.lambda.State.Parked;
import dev.warmpath.local.lambda.State.Running;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Where an environment stands in Lambda's life cycle, as its runtime client and the watch on its process report it.
 *
 * <p>The state is guarded by this object's monitor, and replies and answers are completed outside of it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">Understanding the Lambda
 *     execution environment lifecycle</a>
 */
final class Lifecycle implements RuntimeEvents {
    private final Credentials credentials;
    private State state = new Busy();

    Lifecycle(Credentials credentials) {
        this.credentials = credentials;
    }

    synchronized State state() {
        return state;
    }

    /** Waits until the runtime client polls or the environment is dead; still busy after {@code limit}. */
    synchronized State awaitNotBusy(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        long left = limit.toNanos();
        while (state instanceof Busy && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
        return state;
    }

    /** Moves from one state to the next, unless the environment has left that state meanwhile. */
    synchronized boolean move(State from, State to) {
        if (state != from) {
            return false;
        }
        state = to;
        notifyAll();
        return true;
    }

    @Override
    public void pollsInvocation(Reply reply) {
        reach(new Idle(reply));
    }

    @Override
    public void pollsRestore(Reply reply) {
        reach(new Parked(reply));
    }

    /** A poll is late if the environment was killed meanwhile. */
    private void reach(State polled) {
        if (state() instanceof Busy busy) {
            move(busy, polled);
        }
    }

    @Override
    public void returned(String requestId, byte[] payload) {
        answer(requestId, new Result.Success(payload));
    }

    @Override
    public void failed(String requestId, FunctionError error) {
        answer(requestId, error);
    }

    /** A late answer, to an event that is no longer running, is dropped. */
    private void answer(String requestId, Result result) {
        if (state() instanceof Running running && running.requestId().equals(requestId) && move(running, new Busy())) {
            running.answer().complete(result);
        }
    }

    @Override
    public void failedToStart(FunctionError error) {
        die(error);
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    /** The first cause stays: what follows, such as the exit of a killed process, is its consequence. */
    void die(FunctionError cause) {
        if (bury(new Dead(cause)) instanceof Running running) {
            running.answer().complete(cause);
        }
    }

    private synchronized State bury(Dead dead) {
        State last = state;
        if (!(last instanceof Dead)) {
            move(last, dead);
        }
        return last;
    }
}
