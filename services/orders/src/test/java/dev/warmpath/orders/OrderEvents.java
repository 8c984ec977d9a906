package dev.warmpath.orders;

import dev.warmpath.json.Json;
import dev.warmpath.testing.Invocations;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Requests that place and cancel orders. */
final class OrderEvents {
    static final String SCOPE = "orders:read orders:write";
    static final String ADMIN_SCOPE = SCOPE + " admin";

    private OrderEvents() {}

    /** {@code POST /orders} or {@code POST /orders/batch}. */
    static String post(String sub, Map<String, String> headers, String body) throws IOException {
        Map<String, Object> event = signedIn("place-orders.json", sub, SCOPE, headers);
        event.put("body", body);
        return Json.write(event);
    }

    /** {@code POST /orders/{orderId}/cancel}. */
    static String cancel(String sub, String scope, String orderId, Map<String, String> query) throws IOException {
        Map<String, Object> event = signedIn("cancel-order.json", sub, scope, Map.of());
        event.put("pathParameters", Map.of("orderId", orderId));
        event.put("queryStringParameters", query);
        return Json.write(event);
    }

    private static Map<String, Object> signedIn(String fixture, String sub, String scope, Map<String, String> headers)
            throws IOException {
        try (InputStream in = OrderEvents.class.getResourceAsStream("/priming/" + fixture)) {
            return Invocations.signedIn(in, sub, scope, headers);
        }
    }
}
