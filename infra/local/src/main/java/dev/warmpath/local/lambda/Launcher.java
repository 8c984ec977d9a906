package dev.warmpath.local.lambda;

import java.time.Duration;

/** Makes further environments of one function. */
interface Launcher {
    /** A new environment, ready for its first invocation, or what kept it from that. */
    Lease launch() throws InterruptedException;

    /** Called after each event that an environment took, to make ready for a later launch without keeping the caller. */
    default void replenish() {}

    /** @param initLimit of functions without SnapStart */
    static Launcher of(Environments environments, Duration initLimit) {
        return environments.function().snapStart()
                ? new SnapStartLauncher(environments)
                : new OnDemandLauncher(environments, initLimit);
    }

    /** Whether an environment is parked, so that the next launch is no more than its restore. */
    boolean hasParked();
}
