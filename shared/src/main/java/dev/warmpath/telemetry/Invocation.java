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
    private static final String PRIMING_TRACE =
            "Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=1";

    /** A priming pass counts as sampled, so that it also warms the code of traces. */
    static Invocation of(Context context, boolean coldStart, boolean priming) {
        String trace = priming ? PRIMING_TRACE : System.getProperty(TRACE_PROPERTY);
        return new Invocation(
                context.getAwsRequestId(),
                context.getInvokedFunctionArn(),
                context.getMemoryLimitInMB(),
                TraceHeader.parse(trace),
                coldStart,
                priming);
    }

    boolean running() {
        return this != NONE;
    }
}
