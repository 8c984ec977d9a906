package dev.warmpath.bench.cost;

import dev.warmpath.bench.usage.FunctionUsage;
import dev.warmpath.bench.usage.Usage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The use of several turns as one. */
public final class UsageSum {
    private UsageSum() {}

    public static Usage of(List<Usage> usages) {
        return usages.stream().reduce(UsageSum::plus).orElseThrow();
    }

    static Usage plus(Usage one, Usage other) {
        Map<String, FunctionUsage> functions = new TreeMap<>(one.functions());
        other.functions().forEach((name, usage) -> functions.merge(name, usage, UsageSum::plus));
        return new Usage(
                one.requests() + other.requests(),
                functions,
                one.pollerRequests() + other.pollerRequests(),
                one.functionCpuMilliseconds() + other.functionCpuMilliseconds(),
                one.engineCpuMilliseconds() + other.engineCpuMilliseconds());
    }

    private static FunctionUsage plus(FunctionUsage one, FunctionUsage other) {
        return new FunctionUsage(
                one.memoryMegabytes(),
                Math.max(one.mostMegabytes(), other.mostMegabytes()),
                one.invocations() + other.invocations(),
                one.starts() + other.starts(),
                one.billedMilliseconds() + other.billedMilliseconds(),
                one.logBytes() + other.logBytes(),
                one.traces() + other.traces(),
                union(one.metrics(), other.metrics()),
                sum(one.calls(), other.calls()),
                one.readUnits() + other.readUnits(),
                one.writeUnits() + other.writeUnits());
    }

    private static List<String> union(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((call, count) -> sum.merge(call, count, Long::sum));
        return sum;
    }
}
