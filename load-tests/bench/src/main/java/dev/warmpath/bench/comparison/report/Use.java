package dev.warmpath.bench.comparison.report;

import dev.warmpath.bench.usage.FunctionUsage;
import dev.warmpath.bench.usage.Usage;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One thing that requests use up, and how much of it each of them does. */
record Use(String name, ToDoubleFunction<Usage> perRequest) {
    private static final double MEGABYTES_IN_A_GIGABYTE = 1_024;
    private static final double MILLISECONDS_IN_A_SECOND = 1e3;
    static final String STORE = "dynamodb.";

    static final List<Use> ALL = List.of(
            sum("invocations", FunctionUsage::invocations),
            sum("billed ms", FunctionUsage::billedMilliseconds),
            sum("billed GB-seconds", Use::gigabyteSeconds),
            each("CPU ms of functions", Usage::functionCpuMilliseconds),
            each("CPU ms of engines", Usage::engineCpuMilliseconds),
            sum("store calls", used -> calls(used, STORE)),
            sum("read units", FunctionUsage::readUnits),
            sum("write units", FunctionUsage::writeUnits),
            sum("other service calls", used -> calls(used, "") - calls(used, STORE)),
            each("poller requests", Usage::pollerRequests),
            sum("log bytes", FunctionUsage::logBytes),
            sum("traces", FunctionUsage::traces),
            sum("waits for an environment", FunctionUsage::starts));

    private static Use each(String name, ToDoubleFunction<Usage> what) {
        return new Use(name, usage -> what.applyAsDouble(usage) / usage.requests());
    }

    private static Use sum(String name, ToDoubleFunction<FunctionUsage> what) {
        return each(
                name,
                usage -> usage.functions().values().stream().mapToDouble(what).sum());
    }

    private static double gigabyteSeconds(FunctionUsage used) {
        return used.billedMilliseconds()
                / MILLISECONDS_IN_A_SECOND
                * (used.memoryMegabytes() / MEGABYTES_IN_A_GIGABYTE);
    }

    static double calls(FunctionUsage used, String prefix) {
        return used.calls().entrySet().stream()
                .filter(call -> call.getKey().startsWith(prefix))
                .mapToDouble(call -> call.getValue())
                .sum();
    }
}
