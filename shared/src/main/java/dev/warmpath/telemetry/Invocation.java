package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.Context;

/**
 * What every log line and metric of one invocation says about it.
 *
 * @param priming a pass before the SnapStart checkpoint, which only warms the code up and must leave no trace outside
 */
record Invocation(
        String requestId,
        String functionArn,
        int memoryMegabytes,
        TraceHeader trace,
        boolean coldStart,
        boolean priming) {

    static final Invocation NONE = new Invocation("", "", 0, TraceHeader.NONE, false, false);

    private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

    /** A priming pass counts as sampled, so that it also warms the code of traces. */
    static Invocation of(Context context, boolean coldStart, boolean priming) {
        TraceHeader trace = priming ? TraceHeader.PRIMING : TraceHeader.parse(System.getProperty(TRACE_PROPERTY));
        return new Invocation(
                context.getAwsRequestId(),
                context.getInvokedFunctionArn(),
                context.getMemoryLimitInMB(),
                trace,
                coldStart,
                priming);
    }

    boolean running() {
        return this != NONE;
    }
}
