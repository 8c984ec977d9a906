package dev.warmpath.bench.usage;

import dev.warmpath.local.lambda.Invocation.Report;
import dev.warmpath.local.lambda.Invocation.Start;
import dev.warmpath.local.template.FunctionSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a function uses, from several threads. */
final class FunctionTally {
    private final LongAdder invocations = new LongAdder();
    private final LongAdder starts = new LongAdder();
    private final LongAdder billedMilliseconds = new LongAdder();
    private final LongAdder logBytes = new LongAdder();
    private final LongAdder platformTextBytes = new LongAdder();
    private final LongAdder platformJsonBytes = new LongAdder();
    private final LongAdder traces = new LongAdder();
    private final AtomicInteger mostMegabytes = new AtomicInteger();
    private final Queue<String> metricLines = new ConcurrentLinkedQueue<>();

    void invoked(Report report, boolean sampled) {
        invocations.increment();
        billedMilliseconds.add(report.billed().toMillis());
        mostMegabytes.accumulateAndGet(report.memoryUsedMegabytes(), Math::max);
        platformTextBytes.add(PlatformLog.TEXT.bytes(report, sampled));
        platformJsonBytes.add(PlatformLog.JSON.bytes(report, sampled));
        if (report.start() != Start.WARM) {
            starts.increment();
        }
        if (sampled) {
            traces.increment();
        }
    }

    /** Messages of metrics are read later, when nothing is measured. */
    void logged(String message) {
        logBytes.add(message.getBytes(StandardCharsets.UTF_8).length);
        if (EmbeddedMetrics.areIn(message)) {
            metricLines.add(message);
        }
    }

    /** At level WARN, which only JSON has, Lambda itself logs failures alone, and those are not counted. */
    private long platformBytes(FunctionSpec function) {
        if (PlatformLog.of(function.logFormat()) == PlatformLog.TEXT) {
            return platformTextBytes.sum();
        }
        return function.systemLogLevel().equals("WARN") ? 0 : platformJsonBytes.sum();
    }

    FunctionUsage usage(FunctionSpec function, Map<String, Long> calls, double readUnits, double writeUnits) {
        return new FunctionUsage(
                function.memoryMegabytes(),
                mostMegabytes.get(),
                invocations.sum(),
                starts.sum(),
                billedMilliseconds.sum(),
                logBytes.sum() + platformBytes(function),
                traces.sum(),
                metrics(),
                calls,
                readUnits,
                writeUnits);
    }

    private List<String> metrics() {
        return metricLines.stream()
                .flatMap(line -> EmbeddedMetrics.of(line).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
