package dev.warmpath.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads {@code AWS::Serverless::Function}.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html">
 * AWS::Serverless::Function</a>; limits and defaults: <a
 * href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html">CreateFunction</a>.
 */
record FunctionReader(Path folder, Map<String, Path> layers) {
    private static final int DEFAULT_MEMORY_MEGABYTES = 128;
    private static final int MOST_MEMORY_MEGABYTES = 10_240;
    private static final int DEFAULT_TIMEOUT_SECONDS = 3;
    private static final int MOST_TIMEOUT_SECONDS = 900;
    private static final Set<String> LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");
    private static final Set<String> SYSTEM_LEVELS = Set.of("DEBUG", "INFO", "WARN");

    FunctionSpec read(String logicalId, Properties properties) {
        requireSupported(properties);
        Properties logging = properties.child("LoggingConfig");
        return new FunctionSpec(
                logicalId,
                LayerReader.artefact(folder, properties, "CodeUri"),
                layers(properties),
                properties.requiredText("Handler"),
                memory(properties),
                timeout(properties),
                FunctionEnvironment.read(properties),
                SnapStart.isOn(properties),
                reservedConcurrency(properties),
                properties.word("Tracing", Set.of("Active", "PassThrough")).equals(Optional.of("Active")),
                logging.word("LogFormat", Set.of("JSON", "Text")).orElse("Text"),
                logging.word("ApplicationLogLevel", LEVELS).orElse("INFO"),
                logging.word("SystemLogLevel", SYSTEM_LEVELS).orElse("INFO"));
    }

    private static void requireSupported(Properties properties) {
        properties.word("PackageType", Set.of("Zip"));
        properties.refuse("InlineCode", "a built artefact in CodeUri");
        properties.refuse("FileSystemConfigs", "no file system");
        String runtime = properties.requiredText("Runtime");
        if (!runtime.matches("java\\d+")) {
            throw properties
                    .at("Runtime")
                    .error("\"" + runtime + "\" is not supported; expected a Java runtime such as java25");
        }
    }

    private List<Path> layers(Properties properties) {
        Place place = properties.at("Layers");
        return properties.texts("Layers").stream()
                .map(arn -> Optional.ofNullable(layers.get(arn))
                        .orElseThrow(() -> place.error(
                                "the layer \"" + arn + "\" is not in this template; expected an " + Resource.LAYER)))
                .toList();
    }

    private static int memory(Properties properties) {
        return properties
                .integer("MemorySize", DEFAULT_MEMORY_MEGABYTES, MOST_MEMORY_MEGABYTES)
                .orElse(DEFAULT_MEMORY_MEGABYTES);
    }

    private static Duration timeout(Properties properties) {
        return Duration.ofSeconds(
                properties.integer("Timeout", 1, MOST_TIMEOUT_SECONDS).orElse(DEFAULT_TIMEOUT_SECONDS));
    }

    private static OptionalInt reservedConcurrency(Properties properties) {
        return properties.integer("ReservedConcurrentExecutions", 0, Integer.MAX_VALUE).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
