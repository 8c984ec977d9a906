package dev.warmpath.local.http;

import dev.warmpath.local.template.HttpApi;
import java.util.function.LongSupplier;

/**
 * Admits {@code burst} requests at once and {@code rate} a second from then on.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html">Throttling of
 *     HTTP APIs</a>
 */
final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final HttpApi.Throttle limit;
    private final LongSupplier nanoClock;
    private double tokens;
    private long filledAt;

    TokenBucket(HttpApi.Throttle limit, LongSupplier nanoClock) {
        this.limit = limit;
        this.nanoClock = nanoClock;
        this.tokens = limit.burst();
        this.filledAt = nanoClock.getAsLong();
    }

    synchronized boolean tryTake() {
        fill();
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    private void fill() {
        long now = nanoClock.getAsLong();
        double earned = (now - filledAt) / NANOS_PER_SECOND * limit.rate();
        tokens = Math.min(limit.burst(), tokens + earned);
        filledAt = now;
    }
}
