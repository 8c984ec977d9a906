package dev.warmpath.baseline.orders;

import dev.warmpath.baseline.http.Body;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

final class OrderRules {
    private OrderRules() {}

    static Optional<String> sku(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
                ? Optional.empty()
                : Optional.of("must be 1 to 64 of the characters A-Z a-z 0-9 . _ - and start with a letter or digit");
    }

    static Optional<String> currency(String text) {
        return text.matches("[A-Z]{3}")
                ? Optional.empty()
                : Optional.of("must be a currency's code of three capital letters, such as EUR");
    }

    static Optional<String> key(String text) {
        return text.matches("[\\x20-\\x7E]{1,128}")
                ? Optional.empty()
                : Optional.of("must be 1 to 128 printable ASCII characters");
    }

    static List<Line> lines(Body body) {
        Function<String, Optional<String>> sku = Body.distinct(OrderRules::sku);
        return body.objects("lines", 50, element -> line(element, sku));
    }

    private static Line line(Body body, Function<String, Optional<String>> sku) {
        Line line = new Line();
        line.setSku(body.required("sku", sku));
        line.setQuantity((int) body.integer("quantity", 1, 10_000));
        return line;
    }

    static String orderId(String userId, Optional<String> key) {
        return key.map(text -> userId.length() + ":" + userId + text.length() + ":" + text)
                .map(name -> UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID)
                .toString();
    }
}
