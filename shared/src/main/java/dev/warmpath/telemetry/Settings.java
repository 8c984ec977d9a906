package dev.warmpath.telemetry;

import java.util.Locale;
import java.util.Map;
import org.slf4j.event.Level;

/** What telemetry reads from the environment of the function, with the names that Lambda and Powertools use. */
record Settings(
        String service,
        String namespace,
        String functionName,
        String functionVersion,
        String initType,
        boolean metricsDisabled,
        Level logLevel,
        String daemonAddress) {

    private static final String NAMESPACE = "POWERTOOLS_METRICS_NAMESPACE";

    /**
     * Reads the variables.
     *
     * @throws IllegalStateException inside Lambda without a namespace for metrics
     */
    static Settings from(Map<String, String> environment) {
        String function = environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "local");
        String service = environment.getOrDefault("POWERTOOLS_SERVICE_NAME", function);
        boolean metricsDisabled = Boolean.parseBoolean(environment.get("POWERTOOLS_METRICS_DISABLED"));
        return new Settings(
                service,
                metricsDisabled ? service : namespace(environment, service),
                function,
                environment.getOrDefault("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                environment.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", ExecutionEnvironment.ON_DEMAND),
                metricsDisabled,
                level(environment),
                environment.getOrDefault("AWS_XRAY_DAEMON_ADDRESS", ""));
    }

    /** Outside Lambda nobody reads the metrics, so there any name does. */
    private static String namespace(Map<String, String> environment, String otherwise) {
        String namespace = environment.getOrDefault(NAMESPACE, "");
        if (!namespace.isBlank()) {
            return namespace;
        }
        if (environment.containsKey("AWS_LAMBDA_FUNCTION_NAME")) {
            throw new IllegalStateException(NAMESPACE + " is not set: metrics need the name of the application, as "
                    + "Warmpath, or POWERTOOLS_METRICS_DISABLED=true");
        }
        return otherwise;
    }

    /** As Powertools decides: its own variable before that of Lambda's logging configuration. */
    private static Level level(Map<String, String> environment) {
        String lambdas = environment.getOrDefault("AWS_LAMBDA_LOG_LEVEL", "INFO");
        return level(environment.getOrDefault("POWERTOOLS_LOG_LEVEL", lambdas));
    }

    /** Lambda also knows FATAL, which slf4j counts as ERROR; an unknown word must not silence the logs. */
    private static Level level(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "TRACE" -> Level.TRACE;
            case "DEBUG" -> Level.DEBUG;
            case "WARN" -> Level.WARN;
            case "ERROR", "FATAL" -> Level.ERROR;
            default -> Level.INFO;
        };
    }
}
