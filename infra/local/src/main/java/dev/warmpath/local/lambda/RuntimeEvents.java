package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.Invocation.Result.FunctionError;

/** What an environment's runtime client tells through the runtime API; none of it may block. */
interface RuntimeEvents {
    /** Ready for an invocation. */
    void pollsInvocation(Reply reply);

    /** Checkpoint hooks have run; ready to be restored. */
    void pollsRestore(Reply reply);

    void returned(String requestId, byte[] payload);

    void failed(String requestId, FunctionError error);

    /** Init, a checkpoint hook or a restore hook failed; the runtime client is about to exit. */
    void failedToStart(FunctionError error);

    Credentials credentials();
}
