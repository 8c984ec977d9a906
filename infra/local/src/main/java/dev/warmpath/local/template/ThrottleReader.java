package dev.warmpath.local.template;

import dev.warmpath.local.template.HttpApi.Throttle;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads the throttling part of route settings.
 *
 * <p>Source: <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html">Throttle requests to your
 * HTTP APIs</a>, whose account limits fill in what a template leaves out.
 */
final class ThrottleReader {
    private static final double ACCOUNT_RATE = 10_000;
    private static final int ACCOUNT_BURST = 5_000;

    private ThrottleReader() {}

    static Optional<Throttle> read(Properties settings) {
        Optional<Double> rate = settings.decimal("ThrottlingRateLimit").map(BigDecimal::doubleValue);
        Optional<Integer> burst = settings.integer("ThrottlingBurstLimit", 0, Integer.MAX_VALUE);
        return rate.isEmpty() && burst.isEmpty()
                ? Optional.empty()
                : Optional.of(new Throttle(rate.orElse(ACCOUNT_RATE), burst.orElse(ACCOUNT_BURST)));
    }
}
