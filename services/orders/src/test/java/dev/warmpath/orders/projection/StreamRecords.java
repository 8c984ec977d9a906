package dev.warmpath.orders.projection;

import dev.warmpath.json.Json;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Records as the stream of the orders table has them. */
public final class StreamRecords {
    private StreamRecords() {}

    /** An order as it is placed. */
    public static Order placed(String orderId, Instant at, OrderLine... lines) {
        List<OrderLine> unpriced = List.of(lines).stream()
                .map(line -> OrderLine.of(line.sku(), line.quantity()))
                .toList();
        return Order.placed(
                new OrderKey("ada", orderId), unpriced, "correlation-" + orderId, at, at.plus(Duration.ofMinutes(1)));
    }

    /** A pending order once it is confirmed. */
    public static Order confirmed(String orderId, String currency, Instant at, OrderLine... priced) {
        long total = List.of(priced).stream()
                .mapToLong(line -> line.quantity() * line.unitPrice().orElse(0))
                .sum();
        return changed(
                placed(orderId, at, priced),
                OrderStatus.CONFIRMED,
                List.of(priced),
                Optional.of(new Money(total, currency)),
                at);
    }

    /** A confirmed order once it is cancelled. */
    public static Order cancelled(Order order, Instant at) {
        return changed(order, OrderStatus.CANCELLED, order.lines(), order.total(), at);
    }

    private static Order changed(
            Order order, OrderStatus status, List<OrderLine> lines, Optional<Money> total, Instant at) {
        return new Order(
                order.key(),
                status,
                lines,
                total,
                Optional.empty(),
                order.bodyHash(),
                order.correlationId(),
                order.placedAt(),
                at,
                Optional.empty());
    }

    public static Map<String, Object> insertion(String number, Order order) {
        return record(number, "INSERT", null, OrderSchema.row(order));
    }

    /** The transition of a pending order to what it is now. */
    public static Map<String, Object> confirmation(String number, Order confirmed) {
        Order before = placed(
                confirmed.key().orderId(),
                confirmed.placedAt(),
                confirmed.lines().toArray(OrderLine[]::new));
        return record(number, "MODIFY", OrderSchema.row(before), OrderSchema.row(confirmed));
    }

    /** The transition of a confirmed order to a cancelled one. */
    public static Map<String, Object> cancellation(String number, Order confirmed, Instant at) {
        return record(number, "MODIFY", OrderSchema.row(confirmed), OrderSchema.row(cancelled(confirmed, at)));
    }

    /**
     * Any change of an item.
     *
     * @param before null if it was not there
     * @param after null if it is not there any more
     */
    public static Map<String, Object> record(
            String number, String name, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        Map<String, AttributeValue> item = after == null ? before : after;
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("Keys", json(Map.of("pk", item.get("pk"), "sk", item.get("sk"))));
        if (before != null) {
            change.put("OldImage", json(before));
        }
        if (after != null) {
            change.put("NewImage", json(after));
        }
        change.put("SequenceNumber", number);
        return Map.of(
                "eventID",
                "event-" + number,
                "eventName",
                name,
                "eventSourceARN",
                "arn:aws:stream",
                "dynamodb",
                change);
    }

    /** The event of a batch. */
    public static String event(List<?> records) {
        return Json.write(Map.of("Records", records));
    }

    private static Map<String, Object> json(Map<String, AttributeValue> item) {
        Map<String, Object> json = new LinkedHashMap<>();
        item.forEach((name, value) -> json.put(name, json(value)));
        return json;
    }

    private static Map<String, Object> json(AttributeValue value) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s());
            case N -> Map.of("N", value.n());
            case L -> Map.of("L", value.l().stream().map(StreamRecords::json).toList());
            case M -> Map.of("M", json(value.m()));
            default -> throw new IllegalArgumentException("No row of orders has a value as " + value);
        };
    }
}
