package dev.warmpath.local.lambda;

/** Is told of every invocation that an environment ran or that was throttled, whoever asked for it. */
@FunctionalInterface
public interface InvocationListener {
    InvocationListener NONE = (function, sampled, invocation) -> {};

    /**
     * Called from the invocation's own thread, before its caller has the answer.
     *
     * @param function logical id
     * @param sampled whether Lambda sends a segment of it to X-Ray: its tracing is active, and the request is sampled
     */
    void ended(String function, boolean sampled, Invocation invocation);
}
