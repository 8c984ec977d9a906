package dev.warmpath.local.template;

import dev.warmpath.local.template.HttpApi.Cors;
import dev.warmpath.local.template.Node.Mapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code CorsConfiguration}; {@code true} alone allows every origin.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html">Configure CORS for HTTP
 * APIs</a>.
 */
final class CorsReader {
    private static final int MOST_SECONDS = 86_400;

    private CorsReader() {}

    static Optional<Cors> read(Properties api) {
        Optional<Node> configuration = api.node("CorsConfiguration");
        if (configuration.isEmpty() || configuration.get() instanceof Mapping) {
            return configuration.map(Properties::of).map(CorsReader::configured);
        }
        return api.flag("CorsConfiguration") ? Optional.of(everyOrigin()) : Optional.empty();
    }

    private static Cors everyOrigin() {
        return new Cors(List.of("*"), List.of(), List.of(), List.of(), Optional.empty(), false);
    }

    private static Cors configured(Properties cors) {
        boolean credentials = cors.flag("AllowCredentials");
        List<String> origins = cors.texts("AllowOrigins");
        if (credentials && origins.contains("*")) {
            throw cors.at("AllowCredentials")
                    .error("credentials are not allowed for every origin; expected AllowOrigins without \"*\"");
        }
        return new Cors(
                origins,
                cors.texts("AllowMethods"),
                cors.texts("AllowHeaders"),
                cors.texts("ExposeHeaders"),
                cors.integer("MaxAge", -1, MOST_SECONDS).map(Duration::ofSeconds),
                credentials);
    }
}
