package dev.warmpath.local.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * How a gateway runs.
 *
 * @param integrationLimit time after which a function's caller gets 503
 * @param exchanges called after each answer, on the thread that served it
 * @param errors called with what failed inside the gateway, an unreachable issuer included
 */
public record GatewayOptions(
        Duration integrationLimit, InstantSource clock, Consumer<Exchange> exchanges, Consumer<Throwable> errors) {
    /**
     * The limit that HTTP APIs have.
     *
     * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">
     *     HTTP API quotas</a>
     */
    private static final Duration INTEGRATION_LIMIT = Duration.ofSeconds(30);

    public static GatewayOptions of(Consumer<Exchange> exchanges, Consumer<Throwable> errors) {
        return new GatewayOptions(INTEGRATION_LIMIT, InstantSource.system(), exchanges, errors);
    }
}
