package dev.warmpath.telemetry;

/**
 * Times parts of an invocation as subsegments of its trace.
 *
 * <p>Costs nothing where the invocation is not sampled, and outside Lambda. Safe from several threads.
 */
public interface Tracer {
    /**
     * Starts a subsegment; close it in the thread that started it. One started meanwhile in the same thread becomes its
     * child, one started in another thread a child of the invocation, unless {@link Telemetry#carried} brought its parent there.
     */
    Subsegment begin(String name);

    /** Runs a call as a subsegment, which notes whatever the call throws. */
    default <T, X extends Exception> T trace(String name, Call<T, X> call) throws X {
        try (Subsegment subsegment = begin(name)) {
            try {
                return call.run();
            } catch (Throwable thrown) {
                subsegment.exception(thrown);
                throw thrown;
            }
        }
    }

    /** A call that answers or throws. */
    @FunctionalInterface
    interface Call<T, X extends Exception> {
        T run() throws X;
    }
}
