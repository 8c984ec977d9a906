package dev.warmpath.bench.cost;

import dev.warmpath.bench.usage.FunctionUsage;
import dev.warmpath.bench.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same use with other memory sizes. Billed durations stay as they were measured, so that it is the price of memory alone.
 *
 * @param megabytes by function, or for {@value #ALL} others
 */
record MemorySizes(Map<String, Integer> megabytes) {
    static final String ALL = "ALL";

    /**
     * The sizes that Lambda takes.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html">Configure Lambda function
     *     memory</a>
     */
    static final int LEAST = 128;

    static final int MOST = 10_240;

    boolean isEmpty() {
        return megabytes.isEmpty();
    }

    Usage of(Usage usage) {
        Map<String, FunctionUsage> functions = new TreeMap<>();
        usage.functions().forEach((name, function) -> functions.put(name, with(function, size(name, function))));
        return new Usage(
                usage.requests(),
                functions,
                usage.pollerRequests(),
                usage.functionCpuMilliseconds(),
                usage.engineCpuMilliseconds());
    }

    private int size(String name, FunctionUsage function) {
        return megabytes.getOrDefault(name, megabytes.getOrDefault(ALL, function.memoryMegabytes()));
    }

    private static FunctionUsage with(FunctionUsage function, int memoryMegabytes) {
        return new FunctionUsage(
                memoryMegabytes,
                function.mostMegabytes(),
                function.invocations(),
                function.starts(),
                function.billedMilliseconds(),
                function.logBytes(),
                function.traces(),
                function.metrics(),
                function.calls(),
                function.readUnits(),
                function.writeUnits());
    }

    /** Names that no function of either side has. */
    List<String> unknown(List<Usage> sides) {
        return megabytes.keySet().stream()
                .filter(name -> !name.equals(ALL))
                .filter(name ->
                        sides.stream().noneMatch(side -> side.functions().containsKey(name)))
                .sorted()
                .toList();
    }

    /** A sentence for each function that used more than it would have. */
    List<String> warnings(String side, Usage usage) {
        List<String> warnings = new ArrayList<>();
        usage.functions().forEach((name, function) -> {
            int size = size(name, function);
            if (size != function.memoryMegabytes() && size < function.mostMegabytes()) {
                warnings.add("%s %s used %d MB at most: it would not run with %d MB."
                        .formatted(side, name, function.mostMegabytes(), size));
            }
        });
        return warnings;
    }
}
