package dev.warmpath.local.lambda;

/** Makes further environments of one function. */
interface Launcher {
    /** A new environment, ready for its first invocation, or what kept it from that. */
    Lease launch() throws InterruptedException;

    /** Called after each invocation, to make ready for a later launch without keeping the caller. */
    default void replenish() {}

    static Launcher of(Environments environments) {
        return environments.function().snapStart()
                ? new SnapStartLauncher(environments)
                : new OnDemandLauncher(environments);
    }
}
