package dev.warmpath.orders.report;

import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.OrderStatus;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of orders by status and by product; only confirmed orders are revenue. */
record Summary(SortedMap<Group, Sum> byStatus, SortedMap<Group, Sum> byProduct) {
    /**
     * What is summed up together.
     *
     * @param sku empty for all products
     * @param currency empty where there is no revenue
     */
    record Group(String sku, OrderStatus status, String currency) implements Comparable<Group> {
        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::sku).thenComparing(Group::status).thenComparing(Group::currency);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * A sum, which is exact.
     *
     * @param orders how many
     * @param quantity of products
     * @param revenue in minor units
     */
    record Sum(long orders, long quantity, long revenue) {
        /** @throws ArithmeticException if an amount is too large to be exact */
        Sum plus(Sum other) {
            return new Sum(
                    Math.addExact(orders, other.orders),
                    Math.addExact(quantity, other.quantity),
                    Math.addExact(revenue, other.revenue));
        }
    }

    static Summary of(List<Order> orders) {
        Summary summary = new Summary(new TreeMap<>(), new TreeMap<>());
        orders.forEach(summary::add);
        return summary;
    }

    private void add(Order order) {
        boolean sold = order.status() == OrderStatus.CONFIRMED;
        String currency = sold ? order.total().map(Money::currency).orElse("") : "";
        long quantity = order.lines().stream().mapToLong(OrderLine::quantity).sum();
        long total = sold ? order.total().map(Money::amount).orElse(0L) : 0;
        byStatus.merge(new Group("", order.status(), currency), new Sum(1, quantity, total), Sum::plus);
        for (OrderLine line : order.lines()) {
            long amount = sold ? Math.multiplyExact(line.unitPrice().orElse(0), line.quantity()) : 0;
            byProduct.merge(
                    new Group(line.sku(), order.status(), currency), new Sum(1, line.quantity(), amount), Sum::plus);
        }
    }
}
