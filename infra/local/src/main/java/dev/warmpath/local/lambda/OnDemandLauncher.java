package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.Invocation.Start;
import java.time.Duration;
import java.util.Optional;

/**
 * Starts environments when they are needed. An init over its limit is started once more, and then has the function's
 * timeout.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-ib">Init
 *     phase</a>
 */
final class OnDemandLauncher implements Launcher {
    private final Environments environments;
    private final Duration initLimit;

    OnDemandLauncher(Environments environments, Duration initLimit) {
        this.environments = environments;
        this.initLimit = initLimit;
    }

    @Override
    public Lease launch() throws InterruptedException {
        Lease first = launch(initLimit);
        boolean tooSlow = first instanceof Lease.Failed failed && failed.cause().equals(Failures.timedOut(initLimit));
        return tooSlow ? launch(environments.function().timeout()) : first;
    }

    private Lease launch(Duration limit) throws InterruptedException {
        ExecutionEnvironment environment = environments.start();
        State reached = environment.awaitPoll(limit);
        return Lease.of(environment, new Preparation(Start.COLD, environment.age(), Optional.empty()), reached);
    }

    @Override
    public boolean hasParked() {
        return false;
    }
}
