package dev.warmpath.local.lambda;

/** Invokes a function synchronously, as Lambda's Invoke API does with {@code RequestResponse}. */
@FunctionalInterface
public interface Invoker {
    /**
     * Waits for the function's answer, however it ends.
     *
     * @param function logical id of the function in the template
     * @param traceHeader the caller's {@code X-Amzn-Trace-Id}, such as {@code Root=1-5759e988-bd862e3fe1be46a994272793}; empty if
     *     there is none
     * @param event the event as JSON
     */
    Invocation invoke(String function, String traceHeader, byte[] event) throws InterruptedException;
}
