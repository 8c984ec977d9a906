package dev.warmpath.local.lambda;

import java.time.Duration;

/** What Lambda bills, in whole milliseconds. */
final class Billing {
    private static final long NANOS_PER_MILLISECOND = 1_000_000;

    private Billing() {}

    /**
     * On demand, init is billed with the invocation that it was made for, and the sum is rounded up.
     *
     * @see <a href="https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/">AWS Lambda
     *     standardizes billing for INIT Phase</a>
     */
    static Duration onDemand(Duration init, Duration duration) {
        return roundedUp(init.plus(duration));
    }

    /**
     * Under SnapStart, the report shows the billed restore and the billed duration apart. Loading the snapshot is free, and
     * a local restore loads none: all of it is runtime and hooks, which are billed.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-monitoring.html">Monitoring for Lambda
     *     SnapStart</a>
     */
    static Duration restored(Duration restore, Duration duration) {
        return roundedUp(restore).plus(roundedUp(duration));
    }

    private static Duration roundedUp(Duration duration) {
        return Duration.ofMillis(Math.ceilDiv(duration.toNanos(), NANOS_PER_MILLISECOND));
    }
}
