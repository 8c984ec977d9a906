package dev.warmpath.bench.usage;

import java.util.Map;

/**
 * What some requests used, on one side, from the first one until the work that they left to others was done.
 *
 * @param requests that callers made of the API
 * @param functions by logical id, those that no request invokes included
 * @param pollerRequests of Lambda's own to SQS: receives and deletes of the queues' event sources
 * @param functionCpuMilliseconds processor time of all functions' JVMs
 * @param engineCpuMilliseconds processor time of the engines that stand in for DynamoDB and SQS
 */
public record Usage(
        long requests,
        Map<String, FunctionUsage> functions,
        long pollerRequests,
        long functionCpuMilliseconds,
        long engineCpuMilliseconds) {}
