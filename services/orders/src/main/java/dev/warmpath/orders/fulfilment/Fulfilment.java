package dev.warmpath.orders.fulfilment;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.items.Timestamps;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.orders.data.Reason;
import dev.warmpath.orders.fulfilment.Decision.Confirmation;
import dev.warmpath.orders.fulfilment.Decision.Rejection;
import dev.warmpath.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Carries out what is decided on orders. */
public final class Fulfilment {
    /** Row and message of an order are sent at the same time: one that has no row by then was refused, and never accepted. */
    static final Duration ORPHAN_AGE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);

    private final Moves moves;
    private final Clock clock;

    public Fulfilment(Moves moves, Clock clock) {
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * Confirms or rejects an order. Does nothing if that has been done, or if it is not the order that the message speaks of.
     *
     * @param sentAt when the message was sent
     * @throws OrderNotThereException if it has no row, and its message is too young to be given up
     */
    public void fulfil(OrderMessage message, Instant sentAt, Facts facts, Deadline deadline) {
        Telemetry.tracer().trace("Fulfil order", () -> {
            Telemetry.correlate(message.correlationId());
            Instant now = Timestamps.exact(clock.instant());
            end(message, carryOut(message, facts.decide(message), now, deadline), sentAt, now);
            return null;
        });
    }

    private Outcome carryOut(OrderMessage message, Decision decision, Instant now, Deadline deadline) {
        if (decision instanceof Rejection rejection) {
            return reject(message, rejection.reason(), now, deadline);
        }
        Outcome outcome = confirm(message, (Confirmation) decision, now, deadline);
        return outcome == Outcome.OUT_OF_STOCK ? reject(message, Reason.OUT_OF_STOCK, now, deadline) : outcome;
    }

    private Outcome confirm(OrderMessage message, Confirmation confirmation, Instant now, Deadline deadline) {
        Outcome outcome = moves.confirm(new Move(message, OrderStatus.CONFIRMED, now), confirmation, deadline);
        if (outcome == Outcome.MOVED) {
            LOG.info("Order {} is confirmed", message.key().orderId());
            Telemetry.count("OrdersConfirmed", 1);
        }
        return outcome;
    }

    private Outcome reject(OrderMessage message, Reason reason, Instant now, Deadline deadline) {
        Outcome outcome = moves.reject(new Move(message, OrderStatus.REJECTED, now), reason, deadline);
        if (outcome == Outcome.MOVED) {
            LOG.info("Order {} is rejected: {}", message.key().orderId(), reason);
            Rejections.count(reason);
        }
        return outcome;
    }

    private static void end(OrderMessage message, Outcome outcome, Instant sentAt, Instant now) {
        switch (outcome) {
            case MOVED -> recordAge(Duration.between(message.placedAt(), now));
            case MISSING -> dropOrphan(message, Duration.between(sentAt, now));
            case OTHER_BODY -> drop(message, "OtherBodiesDropped", "another request placed what is under its key");
            default ->
                LOG.info("Order {} had been decided on before", message.key().orderId());
        }
    }

    /** As values, not as a sum, so that CloudWatch can tell their percentiles. */
    private static void recordAge(Duration age) {
        Telemetry.metrics().addMetric("FulfilmentAge", Math.max(0, age.toMillis()), MetricUnit.MILLISECONDS);
    }

    private static void dropOrphan(OrderMessage message, Duration age) {
        if (age.compareTo(ORPHAN_AGE) < 0) {
            throw new OrderNotThereException(message.key().orderId());
        }
        drop(message, "OrphansDropped", "it has no order");
    }

    private static void drop(OrderMessage message, String metric, String why) {
        Telemetry.count(metric, 1);
        LOG.warn("The message of order {} is dropped: {}", message.key().orderId(), why);
    }
}
