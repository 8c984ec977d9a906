package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.Invocation.Result;
import dev.warmpath.local.lambda.Invocation.Result.FunctionError;
import java.util.concurrent.CompletableFuture;

/** Where an execution environment stands; every state but {@link Dead} ends by what the child does or by its death. */
sealed interface State {
    /** On the way to the next poll: in init, in restore, or after an answer. */
    record Busy() implements State {}

    /** After the checkpoint, waiting to be restored. */
    record Parked(Reply reply) implements State {}

    /** Waiting for an invocation. */
    record Idle(Reply reply) implements State {}

    record Running(String requestId, CompletableFuture<Result> answer) implements State {}

    record Dead(FunctionError cause) implements State {}
}
