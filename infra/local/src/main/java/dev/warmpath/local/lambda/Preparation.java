package dev.warmpath.local.lambda;

import dev.warmpath.local.lambda.Invocation.Start;
import java.time.Duration;
import java.util.Optional;

/**
 * How an environment was made ready for an invocation.
 *
 * @param took init or restore
 * @param snapshot as in {@link Invocation.Report}
 */
record Preparation(Start start, Duration took, Optional<Duration> snapshot) {
    static final Preparation NONE = new Preparation(Start.WARM, Duration.ZERO, Optional.empty());

    Duration billedWith(Duration duration) {
        return start == Start.RESTORED ? Billing.restored(took, duration) : Billing.onDemand(took, duration);
    }
}
