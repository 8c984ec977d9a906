package dev.warmpath.orders.placing;

import dev.warmpath.json.InvalidJson;
import dev.warmpath.json.JsonObject;
import dev.warmpath.json.TextRule;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.Sku;
import java.util.List;
import java.util.Optional;

/**
 * What a caller orders.
 *
 * @param idempotencyKey tells a repeated request from a second order
 */
public record NewOrder(List<OrderLine> lines, Optional<String> idempotencyKey) {
    static final int MOST_ORDERS = 100;

    /** Each line is an action of the transaction that fulfils the order, of which there can be 100. */
    static final int MOST_LINES = 50;

    static final int MOST_OF_ONE = 10_000;

    /**
     * Reads {@code {lines: [{sku, quantity}]}}.
     *
     * @param idempotencyKey which comes beside the body
     */
    public static NewOrder from(JsonObject body, Optional<String> idempotencyKey) throws InvalidJson {
        NewOrder order = new NewOrder(lines(body), idempotencyKey);
        body.verify();
        return order;
    }

    /** Reads {@code {orders: [{lines, idempotencyKey?}]}}. */
    public static List<NewOrder> listFrom(JsonObject body) throws InvalidJson {
        TextRule distinctKey = IdempotencyKey.RULE.distinct();
        List<NewOrder> orders = body.requiredObjects(
                "orders",
                MOST_ORDERS,
                order -> new NewOrder(lines(order), order.optional("idempotencyKey", distinctKey)));
        body.verify();
        return orders;
    }

    private static List<OrderLine> lines(JsonObject order) {
        TextRule distinctSku = Sku.RULE.distinct();
        return order.requiredObjects("lines", MOST_LINES, line -> line(line, distinctSku));
    }

    private static OrderLine line(JsonObject line, TextRule sku) {
        return OrderLine.of(
                line.required("sku", sku), Math.toIntExact(line.requiredInteger("quantity", 1, MOST_OF_ONE)));
    }
}
