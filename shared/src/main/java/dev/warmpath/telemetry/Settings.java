package dev.warmpath.telemetry;

import java.util.Map;
import org.slf4j.event.Level;

/** What telemetry reads from the environment of the function, with the names that Lambda and Powertools use. */
record Settings(
        String service,
        String namespace,
        String functionName,
        String functionVersion,
        String initType,
        Level logLevel,
        String daemonAddress) {

    static Settings from(Map<String, String> environment) {
        String function = environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "local");
        String service = environment.getOrDefault("POWERTOOLS_SERVICE_NAME", function);
        return new Settings(
                service,
                environment.getOrDefault("POWERTOOLS_METRICS_NAMESPACE", service),
                function,
                environment.getOrDefault("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                environment.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", ExecutionEnvironment.ON_DEMAND),
                level(environment.getOrDefault("AWS_LAMBDA_LOG_LEVEL", "INFO")),
                environment.getOrDefault("AWS_XRAY_DAEMON_ADDRESS", ""));
    }

    /** Lambda also knows FATAL, which slf4j counts as ERROR; an unknown word must not silence the logs. */
    private static Level level(String name) {
        return switch (name) {
            case "TRACE" -> Level.TRACE;
            case "DEBUG" -> Level.DEBUG;
            case "WARN" -> Level.WARN;
            case "ERROR", "FATAL" -> Level.ERROR;
            default -> Level.INFO;
        };
    }
}
