package dev.warmpath.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One Lambda function.
 *
 * @param name logical id in the template
 * @param artefact jar or zip that {@code CodeUri} names
 * @param layers zips that the function's layers name, in order
 * @param environment the function's own variables, without those that Lambda adds
 * @param systemLogLevel least level of what Lambda itself logs of the function
 */
public record FunctionSpec(
        String name,
        Path artefact,
        List<Path> layers,
        String handler,
        int memoryMegabytes,
        Duration timeout,
        Map<String, String> environment,
        boolean snapStart,
        OptionalInt reservedConcurrency,
        boolean activeTracing,
        String logFormat,
        String applicationLogLevel,
        String systemLogLevel) {}
