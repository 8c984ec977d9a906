package dev.warmpath.local.lambda;

import dev.warmpath.local.template.FunctionSpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * All variables of an execution environment; nothing of this process's own environment is among them.
 *
 * @param runtimeApi host, port and path prefix of the environment in the runtime API
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Working with Lambda environment
 *     variables</a>
 */
record EnvironmentVariables(
        FunctionSpec function, String environmentId, String region, String runtimeApi, String traceDaemon) {
    private static final String NOTHING = "/dev/null";
    private static final String STANDARD_ERROR = "2";

    /** @param added variables of the local run, which win over all others */
    Map<String, String> all(Path code, Path runtime, Credentials credentials, Map<String, String> added) {
        Map<String, String> variables = new HashMap<>(function.environment());
        variables.putAll(system());
        variables.putAll(described());
        variables.putAll(function.snapStart() ? snapStart(credentials) : onDemand(credentials));
        variables.put("LAMBDA_TASK_ROOT", code.toString());
        variables.put("LAMBDA_RUNTIME_DIR", runtime.toAbsolutePath().toString());
        variables.put("LD_LIBRARY_PATH", libraryPath(code, runtime.toAbsolutePath()));
        variables.putAll(isolation());
        added.forEach((name, value) -> variables.put(name, value.replace(Settings.FUNCTION, function.name())));
        return variables;
    }

    /** Lambda's, without the system's folders, which the system knows itself, and {@code /opt/lib}: see {@link CodeFolders}. */
    private static String libraryPath(Path code, Path runtime) {
        return String.join(
                ":",
                runtime.toString(),
                runtime.resolve("lib").toString(),
                code.toString(),
                code.resolve("lib").toString());
    }

    private static Map<String, String> system() {
        return Map.of("LANG", "en_US.UTF-8", "TZ", ":UTC", "PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin");
    }

    private Map<String, String> described() {
        Map<String, String> variables = new HashMap<>();
        variables.put("_HANDLER", function.handler());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        variables.put("AWS_REGION", region);
        variables.put("AWS_DEFAULT_REGION", region);
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", version());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.putAll(logging());
        variables.putAll(tracing());
        return variables;
    }

    /** The level is set only for JSON logs, since Lambda filters no others. */
    private Map<String, String> logging() {
        Map<String, String> variables = new HashMap<>();
        variables.put("_LAMBDA_TELEMETRY_LOG_FD", STANDARD_ERROR);
        if (function.logFormat().equalsIgnoreCase("JSON")) {
            variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
            variables.put("AWS_LAMBDA_LOG_LEVEL", function.applicationLogLevel());
        } else {
            variables.put("AWS_LAMBDA_LOG_FORMAT", "Text");
        }
        return variables;
    }

    private Map<String, String> tracing() {
        String[] address = traceDaemon.split(":");
        return Map.of(
                "AWS_XRAY_CONTEXT_MISSING",
                "LOG_ERROR",
                "AWS_XRAY_DAEMON_ADDRESS",
                traceDaemon,
                "_AWS_XRAY_DAEMON_ADDRESS",
                address[0],
                "_AWS_XRAY_DAEMON_PORT",
                address[1]);
    }

    private Map<String, String> onDemand(Credentials credentials) {
        Map<String, String> variables = new HashMap<>(credentials.asKeys());
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", environmentId);
        return variables;
    }

    /**
     * Log group and stream are not known when a snapshot is made.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-monitoring.html">Monitoring for Lambda
     *     SnapStart</a>
     */
    private Map<String, String> snapStart(Credentials credentials) {
        String url = "http://" + runtimeApi + RuntimeApi.CREDENTIALS_PATH;
        Map<String, String> variables = new HashMap<>(credentials.asEndpoint(url));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return variables;
    }

    /** Keeps the SDK away from the credentials of whoever runs this. */
    private static Map<String, String> isolation() {
        return Map.of(
                "AWS_SHARED_CREDENTIALS_FILE",
                NOTHING,
                "AWS_CONFIG_FILE",
                NOTHING,
                "AWS_EC2_METADATA_DISABLED",
                "true");
    }

    /** SnapStart exists on published versions only. */
    private String version() {
        return function.snapStart() ? "1" : "$LATEST";
    }
}
