package dev.warmpath.bench.usage;

import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Invocation.Start;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How many bytes Lambda itself writes into a function's log, which is billed as the function's own lines are. The local run does
 * not write them, so they are counted by what they look like on Lambda at the default system log level {@code INFO}; at
 * {@code WARN} it writes none of these, but only what tells of failures.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html">Configuring JSON and
 *     plain text log formats</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html">Log-level filtering</a>
 */
enum PlatformLog {
    /** A line each for start, end and report, and one for an init. */
    TEXT("""
            START RequestId: 8b133862-5331-4ded-ac5d-1ad5da5aee81 Version: 12
            END RequestId: 8b133862-5331-4ded-ac5d-1ad5da5aee81
            REPORT RequestId: 8b133862-5331-4ded-ac5d-1ad5da5aee81\tDuration: 12.34 ms\tBilled Duration: 13 ms\t\
            Memory Size: 512 MB\tMax Memory Used: 153 MB\t
            """, """
            XRAY TraceId: 1-5759e988-bd862e3fe1be46a994272793\tSegmentId: 53995c3f42cd8ad8\tSampled: true\t
            """, """
            INIT_START Runtime Version: java:25.v12\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:\
            07a48df201798d627f2b950f03bb227aab4a655a1d019c3296406f95937e2525
            """, """
            RESTORE_START Runtime Version: java:25.v12\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:\
            07a48df201798d627f2b950f03bb227aab4a655a1d019c3296406f95937e2525
            RESTORE_REPORT Restore Duration: 512.34 ms
            """),

    /** An object each for start and report, and one for an init. */
    JSON("""
            {"time":"2026-11-20T12:00:00.000Z","type":"platform.start","record":{"requestId":\
            "8b133862-5331-4ded-ac5d-1ad5da5aee81","version":"12"}}
            {"time":"2026-11-20T12:00:00.000Z","type":"platform.report","record":{"requestId":\
            "8b133862-5331-4ded-ac5d-1ad5da5aee81","metrics":{"durationMs":12.345,"billedDurationMs":13,\
            "memorySizeMB":512,"maxMemoryUsedMB":153},"status":"success"}}
            """, """
            ,"tracing":{"spanId":"53995c3f42cd8ad8","type":"X-Amzn-Trace-Id","value":\
            "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1"}
            """, """
            {"time":"2026-11-20T12:00:00.000Z","type":"platform.initStart","record":{"initializationType":"on-demand",\
            "phase":"init","runtimeVersion":"java:25.v12","runtimeVersionArn":"arn:aws:lambda:us-east-1::runtime:\
            07a48df201798d627f2b950f03bb227aab4a655a1d019c3296406f95937e2525","functionName":\
            "warmpath-PlaceOrder","functionVersion":"12"}}
            """, """
            {"time":"2026-11-20T12:00:00.000Z","type":"platform.restoreStart","record":{"runtimeVersion":"java:25.v12",\
            "runtimeVersionArn":"arn:aws:lambda:us-east-1::runtime:\
            07a48df201798d627f2b950f03bb227aab4a655a1d019c3296406f95937e2525","functionName":\
            "warmpath-PlaceOrder","functionVersion":"12"}}
            {"time":"2026-11-20T12:00:00.000Z","type":"platform.restoreReport","record":{"status":"success","metrics":\
            {"durationMs":512.34}}}
            """);

    private final int ofInvocation;
    private final int ofTrace;
    private final int ofInit;
    private final int ofRestore;

    PlatformLog(String invocation, String trace, String init, String restore) {
        ofInvocation = bytes(invocation);
        ofTrace = bytes(trace);
        ofInit = bytes(init);
        ofRestore = bytes(restore);
    }

    /** Without the ends of lines, which are no part of an event. */
    private static int bytes(String lines) {
        return lines.replace("\n", "").getBytes(StandardCharsets.UTF_8).length;
    }

    /** @param logFormat of the function's {@code LoggingConfig}: {@code JSON} or {@code Text} */
    static PlatformLog of(String logFormat) {
        return valueOf(logFormat.toUpperCase(Locale.ROOT));
    }

    /** @param sampled whether the request is traced, which the report then tells */
    int bytes(Report report, boolean sampled) {
        int start = report.start() == Start.COLD ? ofInit : report.start() == Start.RESTORED ? ofRestore : 0;
        return ofInvocation + start + (sampled ? ofTrace : 0);
    }
}
