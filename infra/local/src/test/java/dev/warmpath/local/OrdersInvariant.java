package dev.warmpath.local;

import static java.util.stream.Collectors.toMap;

import dev.warmpath.local.Errand.Line;
import dev.warmpath.local.Ledger.Accepted;
import dev.warmpath.local.OrderBooks.Row;
import dev.warmpath.local.OrderBooks.Sold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What must be true of a shop once all its orders are decided: every accepted order was decided exactly once, and rightly; and
 * each product's stock and revenue are what the confirmed orders make them.
 */
final class OrdersInvariant {
    private static final Set<List<String>> RIGHT_WAYS = Set.of(
            List.of("PENDING", "CONFIRMED"),
            List.of("PENDING", "REJECTED"),
            List.of("PENDING", "CANCELLED"),
            List.of("PENDING", "CONFIRMED", "CANCELLED"));

    private final Shop shop;
    private final Ledger ledger;
    private final Assortment assortment;
    private final Map<String, Row> rows;
    private final Map<String, Long> stock;
    private final Map<String, Sold> sold;
    private final OrderHistory history;
    private final List<String> disagreements = new ArrayList<>();

    private OrdersInvariant(Shop shop, Map<String, Row> rows, Map<String, Long> stock, OrderHistory history) {
        this.shop = shop;
        this.ledger = shop.ledger();
        this.assortment = shop.assortment();
        this.rows = rows;
        this.stock = stock;
        this.sold = sold(shop, rows);
        this.history = history;
    }

    /** Whatever disagrees with it, a sentence each. */
    static List<String> disagreements(Shop shop, OrderBooks books, OrderHistory history) {
        Map<String, Row> rows = books.orders(shop.callerPrefix());
        Map<String, Long> stock = books.stock(shop.assortment().prefix());
        OrdersInvariant invariant = new OrdersInvariant(shop, rows, stock, history);
        invariant.check();
        rows.values().forEach(invariant::checkWay);
        return invariant.disagreements;
    }

    /** The same of a shop without stock-takes, by what the API answers; of no order it tells which ways it went. */
    static List<String> disagreements(Shop shop, AnsweredBooks books) {
        Map<String, Row> rows = books.orders(shop.callers());
        Map<String, Long> stock = books.stock(shop.assortment().skus());
        OrdersInvariant invariant = new OrdersInvariant(shop, rows, stock, new OrderHistory(Map.of(), Map.of()));
        invariant.check();
        rows.values().forEach(invariant::checkDecided);
        return invariant.disagreements;
    }

    private void check() {
        disagreements.addAll(ledger.contradictions());
        ledger.orders().values().forEach(this::checkAccepted);
        checkUnknown();
        assortment.skus().forEach(this::checkStock);
    }

    private void checkAccepted(Accepted order) {
        Row row = rows.get(order.orderId());
        if (row == null) {
            disagree("%s was accepted, but has no row", order);
            return;
        }
        expect(row.lines().equals(order.basket().lines()), "%s has the lines of another request: %s", order, row);
        expect(reasons(order).contains(row.reason()), "%s was decided wrongly: %s", order, row);
        checkWithdrawal(row);
        checkTotal(row);
    }

    /** Why the order may have been rejected; empty text means that it need not be. */
    private Set<String> reasons(Accepted order) {
        if (shop.isSuspended(order.userId())) {
            return Set.of("CUSTOMER_SUSPENDED");
        }
        Set<String> reasons = new HashSet<>(reasons(order.basket().lines()));
        if (shop.isUnknown(order.userId())) {
            reasons.add("CUSTOMER_UNKNOWN");
        }
        boolean mayBeConfirmed = reasons.isEmpty() || reasons.equals(Set.of("OUT_OF_STOCK"));
        boolean mayBeCancelled = ledger.isWithdrawn(order.orderId()) || ledger.isWithdrawalInDoubt(order.orderId());
        if (mayBeConfirmed || mayBeCancelled) {
            reasons.add("");
        }
        return reasons;
    }

    private Set<String> reasons(List<Line> lines) {
        if (lines.stream().anyMatch(line -> !assortment.knows(line.sku()))) {
            return Set.of("PRODUCT_UNKNOWN");
        }
        if (!assortment.isOneCurrency(lines)) {
            return Set.of("MIXED_CURRENCIES");
        }
        return lines.stream().anyMatch(line -> assortment.isScarce(line.sku())) ? Set.of("OUT_OF_STOCK") : Set.of();
    }

    private void checkWithdrawal(Row row) {
        boolean cancelled = row.status().equals("CANCELLED");
        expect(cancelled || !ledger.isWithdrawn(row.orderId()), "%s was withdrawn", row);
        expect(
                !cancelled || ledger.isWithdrawn(row.orderId()) || ledger.isWithdrawalInDoubt(row.orderId()),
                "%s was never withdrawn",
                row);
        expect(
                row.status().equals("REJECTED") || !ledger.isNotWithdrawable(row.orderId()),
                "The withdrawal of %s was refused",
                row);
    }

    private void checkTotal(Row row) {
        if (row.status().equals("CONFIRMED")) {
            long total = row.lines().stream()
                    .mapToLong(line -> line.quantity() * assortment.price(line.sku()))
                    .sum();
            expect(row.total() == total, "%s costs %d", row, total);
        }
    }

    /** Rows of which no caller knows may be only those of requests without an answer. */
    private void checkUnknown() {
        long unknown = rows.keySet().stream()
                .filter(id -> !ledger.orders().containsKey(id))
                .count();
        expect(
                unknown <= ledger.mostUnknown(),
                "%d rows are of no accepted order, but only %d requests had no answer",
                unknown,
                ledger.mostUnknown());
    }

    private void checkWay(Row row) {
        List<String> way = history.statuses().getOrDefault(row.orderId(), List.of());
        expect(RIGHT_WAYS.contains(way), "%s went through %s", row, way);
        expect(!way.isEmpty() && way.getLast().equals(row.status()), "%s ended otherwise: %s", row, way);
    }

    private void checkDecided(Row row) {
        expect(!row.status().equals("PENDING"), "%s was not decided", row);
    }

    private void checkStock(String sku) {
        long sold = this.sold.getOrDefault(sku, new Sold(0, 0, 0)).quantity();
        long counted = history.countedBesides(sku, Mischief.LEAST_COUNTED / 2);
        long initial = assortment.initial(sku);
        expect(
                stock.get(sku) == initial + counted - sold,
                "Of %s there were %d, stock-takes changed that by %d, %d are sold, but %d are left",
                sku,
                initial,
                counted,
                sold,
                stock.get(sku));
        expect(
                history.stock().getOrDefault(sku, List.of()).stream().allMatch(level -> level >= 0),
                "The stock of %s fell below zero: %s",
                sku,
                history.stock().get(sku));
    }

    /** What the confirmed orders of a shop bring in, by SKU. */
    static Map<String, Sold> sold(Shop shop, OrderBooks books) {
        return sold(shop, books.orders(shop.callerPrefix()));
    }

    private static Map<String, Sold> sold(Shop shop, Map<String, Row> rows) {
        return rows.values().stream()
                .filter(row -> row.status().equals("CONFIRMED"))
                .flatMap(row -> row.lines().stream())
                .collect(toMap(Line::sku, line -> sold(shop, line), Sold::plus, TreeMap::new));
    }

    private static Sold sold(Shop shop, Line line) {
        return new Sold(line.quantity() * shop.assortment().price(line.sku()), line.quantity(), 1);
    }

    private void expect(boolean agrees, String otherwise, Object... details) {
        if (!agrees) {
            disagree(otherwise, details);
        }
    }

    private void disagree(String what, Object... details) {
        disagreements.add(what.formatted(details));
    }
}
