package dev.warmpath.bench.usage;

import java.util.List;
import java.util.Map;

/**
 * What one function used.
 *
 * @param memoryMegabytes its {@code MemorySize}
 * @param mostMegabytes the highest resident memory of one of its environments
 * @param starts invocations that waited for an environment, cold or restored
 * @param billedMilliseconds as in Lambda's REPORT lines
 * @param logBytes of its log events
 * @param traces sampled requests of which it sent a segment
 * @param metrics distinct custom metrics that it wrote, as namespace, name and dimensions
 * @param calls by service and operation, such as {@code dynamodb.GetItem}
 * @param readUnits consumed DynamoDB read request units
 * @param writeUnits consumed DynamoDB write request units
 */
public record FunctionUsage(
        int memoryMegabytes,
        int mostMegabytes,
        long invocations,
        long starts,
        long billedMilliseconds,
        long logBytes,
        long traces,
        List<String> metrics,
        Map<String, Long> calls,
        double readUnits,
        double writeUnits) {}
