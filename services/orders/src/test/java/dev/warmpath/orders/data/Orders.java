package dev.warmpath.orders.data;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any orders that there can be. */
final class Orders {
    private static final int MOST_LINES = 50;
    private static final int LONGEST_TEXT = 64;
    private static final int MOST_OF_ONE = 10_000;
    private static final long HIGHEST_AMOUNT = 1_000_000_000_000_000L;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Orders() {}

    static Arbitrary<Order> any() {
        return Combinators.combine(
                        keys(),
                        Arbitraries.of(OrderStatus.class),
                        pricedLines(),
                        money().optional(),
                        Arbitraries.of(Reason.class).optional(),
                        words(),
                        instants(),
                        attempts().optional())
                .as((key, status, lines, total, reason, correlationId, at, attempt) -> new Order(
                        key, status, lines, total, reason, BodyHash.of(lines), correlationId, at, at, attempt));
    }

    static Arbitrary<Order> placed() {
        return Combinators.combine(keys(), lines(), words(), instants(), instants())
                .as(Order::placed);
    }

    /** As they are placed, without prices. */
    static Arbitrary<List<OrderLine>> lines() {
        return Combinators.combine(skus(), quantities())
                .as(OrderLine::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_LINES)
                .uniqueElements(OrderLine::sku);
    }

    private static Arbitrary<List<OrderLine>> pricedLines() {
        Arbitrary<OptionalLong> prices = Arbitraries.longs()
                .between(0, HIGHEST_AMOUNT)
                .optional()
                .map(price -> price.map(OptionalLong::of).orElseGet(OptionalLong::empty));
        return Combinators.combine(skus(), quantities(), prices)
                .as(OrderLine::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_LINES);
    }

    private static Arbitrary<OrderKey> keys() {
        Arbitrary<String> userIds = Arbitraries.strings()
                .withCharRange(' ', '\uD7FF')
                .ofMinLength(1)
                .ofMaxLength(LONGEST_TEXT);
        return Combinators.combine(userIds, words()).as(OrderKey::new);
    }

    private static Arbitrary<String> skus() {
        return words();
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(LONGEST_TEXT);
    }

    private static Arbitrary<Integer> quantities() {
        return Arbitraries.integers().between(1, MOST_OF_ONE);
    }

    private static Arbitrary<Money> money() {
        return Combinators.combine(Arbitraries.longs().between(0, HIGHEST_AMOUNT), Arbitraries.of("EUR", "JPY", "USD"))
                .as(Money::new);
    }

    private static Arbitrary<Attempt> attempts() {
        return Combinators.combine(Arbitraries.integers().between(0, 100), instants())
                .as(Attempt::new);
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, LAST.toEpochMilli()).map(Instant::ofEpochMilli);
    }
}
