package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.Invocation.Result.FunctionError;

/** What came of asking for an environment. */
sealed interface Lease {
    ExecutionEnvironment environment();

    Preparation preparation();

    /** Ready for an invocation. */
    record Granted(ExecutionEnvironment environment, Preparation preparation) implements Lease {}

    /** The environment did not get through its init or restore. */
    record Failed(ExecutionEnvironment environment, Preparation preparation, FunctionError cause) implements Lease {}

    /** From the state that {@code environment} has reached. */
    static Lease of(ExecutionEnvironment environment, Preparation preparation, State reached) {
        return reached instanceof State.Dead dead
                ? new Failed(environment, preparation, dead.cause())
                : new Granted(environment, preparation);
    }
}
