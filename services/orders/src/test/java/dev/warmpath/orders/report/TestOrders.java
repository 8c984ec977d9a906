package dev.warmpath.orders.report;

import dev.warmpath.orders.data.Attempt;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.orders.data.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders in each status. */
public final class TestOrders {
    private TestOrders() {}

    public static Order pending(String id, Instant placedAt, OrderLine... lines) {
        return Order.placed(new OrderKey("ada", id), List.of(lines), "c", placedAt, placedAt.plusSeconds(60));
    }

    /** @param lines with prices */
    public static Order confirmed(String id, Instant placedAt, OrderLine... lines) {
        long total = List.of(lines).stream()
                .mapToLong(line -> line.unitPrice().orElseThrow() * line.quantity())
                .sum();
        return decided(
                pending(id, placedAt, lines),
                OrderStatus.CONFIRMED,
                Optional.of(new Money(total, "EUR")),
                Optional.empty());
    }

    static Order cancelled(Order confirmed) {
        return decided(confirmed, OrderStatus.CANCELLED, confirmed.total(), Optional.empty());
    }

    static Order rejected(String id, Instant placedAt, Reason reason, OrderLine... lines) {
        return decided(pending(id, placedAt, lines), OrderStatus.REJECTED, Optional.empty(), Optional.of(reason));
    }

    private static Order decided(Order order, OrderStatus status, Optional<Money> total, Optional<Reason> reason) {
        Optional<Attempt> none = Optional.empty();
        return new Order(
                order.key(),
                status,
                order.lines(),
                total,
                reason,
                order.bodyHash(),
                order.correlationId(),
                order.placedAt(),
                order.placedAt().plusSeconds(1),
                none);
    }
}
