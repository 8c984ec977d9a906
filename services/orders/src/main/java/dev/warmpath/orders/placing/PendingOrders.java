package dev.warmpath.orders.placing;

import dev.warmpath.items.Timestamps;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes orders as they are accepted. */
public final class PendingOrders {
    private final Clock clock;
    private final OrderIds ids;
    private final Duration firstAttempt;

    /** @param firstAttempt how long after it was placed an order is sent to the workers again, should it be pending still */
    public PendingOrders(Clock clock, RandomGenerator random, Duration firstAttempt) {
        this.clock = clock;
        this.ids = new OrderIds(random);
        this.firstAttempt = firstAttempt;
    }

    Order of(String userId, NewOrder wanted) {
        return of(userId, wanted, Duration.ZERO);
    }

    /** @param busy how long the workers must leave the order alone, beside what they do anyway */
    Order of(String userId, NewOrder wanted, Duration busy) {
        Instant now = Timestamps.exact(clock.instant());
        UUID id =
                wanted.idempotencyKey().map(key -> OrderIds.named(userId, key)).orElseGet(() -> ids.fresh(now));
        OrderKey key = new OrderKey(userId, id.toString());
        String correlationId = Telemetry.correlationId().orElseGet(key::orderId);
        return Order.placed(
                key, wanted.lines(), correlationId, now, now.plus(firstAttempt).plus(busy));
    }
}
