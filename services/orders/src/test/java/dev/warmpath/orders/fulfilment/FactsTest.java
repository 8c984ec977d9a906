package dev.warmpath.orders.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.cache.Loaded;
import dev.warmpath.deadline.DeadlineException;
import dev.warmpath.orders.data.BodyHash;
import dev.warmpath.orders.data.Customer;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.Product;
import dev.warmpath.orders.data.Reason;
import dev.warmpath.orders.fulfilment.Decision.Confirmation;
import dev.warmpath.orders.fulfilment.Decision.Rejection;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class FactsTest {
    private static final Customer ADA = new Customer("ada", false);
    private static final Product TEA = new Product("tea", "Tea", new Money(250, "EUR"), 1);
    private static final Product GUM = new Product("gum", "Gum", new Money(99, "USD"), 1);
    private static final Facts FACTS = facts(Set.of(), Set.of(), TEA, GUM);

    @Example
    void unknownCustomerCountsBeforeAllElse() {
        assertThat(FACTS.decide(order("nobody", "air"))).isEqualTo(new Rejection(Reason.CUSTOMER_UNKNOWN));
    }

    @Example
    void suspendedCustomerCountsBeforeUnknownProducts() {
        assertThat(FACTS.decide(order("eve", "air"))).isEqualTo(new Rejection(Reason.CUSTOMER_SUSPENDED));
    }

    @Example
    void unknownProductCountsBeforeCurrencies() {
        assertThat(FACTS.decide(order("ada", "tea", "gum", "air"))).isEqualTo(new Rejection(Reason.PRODUCT_UNKNOWN));
    }

    @Example
    void twoCurrenciesMakeNoTotal() {
        assertThat(FACTS.decide(order("ada", "tea", "gum"))).isEqualTo(new Rejection(Reason.MIXED_CURRENCIES));
    }

    @Example
    void nothingIsDecidedOnWhatCouldNotBeRead() {
        assertThatThrownBy(() -> facts(Set.of("ada"), Set.of(), TEA).decide(order("ada", "tea")))
                .isInstanceOf(DeadlineException.class);
        assertThatThrownBy(() -> facts(Set.of(), Set.of("gum"), TEA).decide(order("ada", "tea", "gum")))
                .isInstanceOf(DeadlineException.class);
    }

    @Example
    void whatOthersNeedMayBeUnread() {
        assertThat(facts(Set.of("bob"), Set.of("gum"), TEA).decide(order("ada", "tea")))
                .isInstanceOf(Confirmation.class);
    }

    @Example
    void totalThatNoLongHoldsIsNoTotal() {
        Product dear = new Product("dear", "Dear", new Money(Long.MAX_VALUE, "EUR"), 1);
        OrderMessage two = message("ada", List.of(OrderLine.of("dear", 2)));

        assertThatThrownBy(() -> facts(Set.of(), Set.of(), dear).decide(two)).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void totalsAreExact(
            @ForAll @Size(min = 1, max = 50) List<@LongRange(max = 1_000_000_000) Long> prices,
            @ForAll @IntRange(min = 1, max = 10_000) int mostOfOne) {
        List<OrderLine> lines = new ArrayList<>();
        Product[] products = new Product[prices.size()];
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i < products.length; i++) {
            int quantity = Math.max(1, mostOfOne - i);
            products[i] = new Product("sku-" + i, "A product", new Money(prices.get(i), "EUR"), 1);
            lines.add(OrderLine.of("sku-" + i, quantity));
            expected = expected.add(BigInteger.valueOf(prices.get(i)).multiply(BigInteger.valueOf(quantity)));
        }

        Confirmation confirmation =
                (Confirmation) facts(Set.of(), Set.of(), products).decide(message("ada", lines));

        assertThat(confirmation.total()).isEqualTo(new Money(expected.longValueExact(), "EUR"));
        assertThat(confirmation.lines())
                .extracting(line -> line.unitPrice().orElseThrow())
                .isEqualTo(prices);
    }

    private static Facts facts(Set<String> unreadCustomers, Set<String> unreadProducts, Product... products) {
        Map<String, Product> known = new HashMap<>();
        for (Product product : products) {
            known.put(product.sku(), product);
        }
        return new Facts(
                new Loaded<>(Map.of("ada", ADA, "eve", new Customer("eve", true)), unreadCustomers),
                new Loaded<>(known, unreadProducts));
    }

    private static OrderMessage order(String userId, String... skus) {
        return message(
                userId, List.of(skus).stream().map(sku -> OrderLine.of(sku, 1)).toList());
    }

    private static OrderMessage message(String userId, List<OrderLine> lines) {
        return new OrderMessage(
                new OrderKey(userId, "order-1"), lines, BodyHash.of(lines), "correlation-1", Instant.EPOCH);
    }
}
