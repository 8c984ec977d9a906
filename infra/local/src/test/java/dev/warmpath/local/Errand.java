package dev.warmpath.local;

import java.util.List;
import java.util.Optional;

/** What a caller of a {@link Shop} goes there for. */
sealed interface Errand {
    /** So many of one product. */
    record Line(String sku, int quantity) {
        String json() {
            return "{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity);
        }
    }

    /** One order, whose key makes it the same order however often it is sent. */
    record Basket(Optional<String> key, List<Line> lines) {
        String json() {
            return "{" + linesField() + "}";
        }

        /** As an element of a batch. */
        String element() {
            return "{" + linesField()
                    + key.map(text -> ",\"idempotencyKey\":\"" + text + "\"").orElse("") + "}";
        }

        private String linesField() {
            List<String> elements = lines.stream().map(Line::json).toList();
            return "\"lines\":[" + String.join(",", elements) + "]";
        }

        Basket with(List<Line> others) {
            return new Basket(key, others);
        }
    }

    /** What happens to an order besides its being placed. Only an order with a key can be sent more than once. */
    enum Twist {
        NONE,
        SENT_AGAIN,
        SENT_TWICE_AT_ONCE,
        OTHER_LINES_AFTERWARDS,
        OTHER_LINES_AT_ONCE
    }

    /** When the caller withdraws the order. */
    enum Withdrawal {
        NEVER,
        AT_ONCE,
        AFTER_THE_NEXT_ERRAND
    }

    /** @param others the lines for a twist that needs some */
    record Place(Basket basket, Twist twist, List<Line> others, Withdrawal withdrawal) implements Errand {}

    record PlaceMany(List<Basket> baskets) implements Errand {}

    /** How many orders it makes at most. */
    default int orders() {
        return switch (this) {
            case Place _ -> 1;
            case PlaceMany many -> many.baskets().size();
        };
    }
}
