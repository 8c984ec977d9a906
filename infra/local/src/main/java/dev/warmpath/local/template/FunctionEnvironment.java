package dev.warmpath.local.template;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads a function's own environment variables.
 *
 * <p>Source: <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Working with Lambda
 * environment variables</a>.
 */
final class FunctionEnvironment {
    private static final int MOST_BYTES = 4096;

    private static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_DEFAULT_REGION",
            "AWS_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_LAMBDA_RUNTIME_API",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    private FunctionEnvironment() {}

    static Map<String, String> read(Properties function) {
        Properties variables = function.child("Environment").child("Variables");
        Map<String, String> environment = new LinkedHashMap<>();
        variables.mapping().entries().forEach((name, value) -> environment.put(checked(name, value), value.asText()));
        requireSize(variables, environment);
        return environment;
    }

    private static String checked(String name, Node value) {
        if (RESERVED.contains(name)) {
            throw value.error("Lambda sets this variable itself; expected another name");
        }
        if (!name.matches("[a-zA-Z][a-zA-Z0-9_]+")) {
            throw value.error("this is no name for a variable; expected a letter, then letters, digits and _");
        }
        return name;
    }

    private static void requireSize(Properties variables, Map<String, String> environment) {
        int bytes = environment.entrySet().stream()
                .mapToInt(variable -> size(variable.getKey()) + size(variable.getValue()))
                .sum();
        if (bytes > MOST_BYTES) {
            throw variables.error("the variables take " + bytes + " bytes; expected at most " + MOST_BYTES);
        }
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
