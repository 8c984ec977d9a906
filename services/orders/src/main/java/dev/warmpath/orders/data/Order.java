package dev.warmpath.orders.data;

import dev.warmpath.items.Timestamps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order.
 *
 * @param total once it is confirmed
 * @param reason once it is rejected
 * @param bodyHash tells the request that placed it from another one under the same key; see {@link BodyHash}. Empty in what the
 *     index of a user's orders gives
 * @param correlationId of the request that placed it; as the hash, not in the index
 * @param nextAttempt as long as it is pending
 */
public record Order(
        OrderKey key,
        OrderStatus status,
        List<OrderLine> lines,
        Optional<Money> total,
        Optional<Reason> reason,
        String bodyHash,
        String correlationId,
        Instant placedAt,
        Instant updatedAt,
        Optional<Attempt> nextAttempt) {

    /** An order as it is accepted, at an instant {@linkplain Timestamps#exact as exact as it can be kept}. */
    public static Order placed(
            OrderKey key, List<OrderLine> lines, String correlationId, Instant now, Instant firstAttempt) {
        return new Order(
                key,
                OrderStatus.PENDING,
                lines,
                Optional.empty(),
                Optional.empty(),
                BodyHash.of(lines),
                correlationId,
                now,
                now,
                Optional.of(new Attempt(0, firstAttempt)));
    }

    /** This order after it was cancelled. */
    public Order cancelled(Instant at) {
        return new Order(
                key,
                OrderStatus.CANCELLED,
                lines,
                total,
                reason,
                bodyHash,
                correlationId,
                placedAt,
                at,
                Optional.empty());
    }

    /** As the API answers it. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("orderId", key.orderId());
        json.put("userId", key.userId());
        json.put("status", status.name());
        json.put("lines", lines.stream().map(OrderLine::toJson).toList());
        total.ifPresent(money -> {
            json.put("total", money.amount());
            json.put("currency", money.currency());
        });
        reason.ifPresent(why -> json.put("reason", why.name()));
        json.put("placedAt", Timestamps.text(placedAt));
        json.put("updatedAt", Timestamps.text(updatedAt));
        return json;
    }
}
