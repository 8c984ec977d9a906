package dev.warmpath.local;

import dev.warmpath.local.Errand.Basket;
import dev.warmpath.local.Errand.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What callers were told: which orders were accepted, refused and withdrawn, and which answers never came. */
final class Ledger {
    /** An order that was answered with 202. */
    record Accepted(String userId, String orderId, Basket basket) {}

    private record Refused(String userId, Basket basket) {}

    private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();
    private final Queue<Accepted> inOrder = new ConcurrentLinkedQueue<>();
    private final Queue<Refused> refused = new ConcurrentLinkedQueue<>();
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
    private final Set<String> withdrawalInDoubt = ConcurrentHashMap.newKeySet();
    private final Set<String> notWithdrawable = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inDoubt = new AtomicInteger();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

    void accepted(String userId, String orderId, Basket basket) {
        Accepted order = new Accepted(userId, orderId, basket);
        Accepted before = accepted.putIfAbsent(orderId, order);
        if (before == null) {
            inOrder.add(order);
        } else if (!before.equals(order)) {
            contradicts(order + " was accepted although its id is that of " + before);
        }
    }

    /** Answered with 409: the key has other lines. */
    void refused(String userId, Basket basket) {
        refused.add(new Refused(userId, basket));
    }

    /** Orders whose answer does not tell whether they are accepted. */
    void inDoubt(int orders) {
        inDoubt.addAndGet(orders);
    }

    void withdrawn(String orderId) {
        withdrawn.add(orderId);
    }

    /** Answered with 409: the order had been rejected before. */
    void notWithdrawable(String orderId) {
        notWithdrawable.add(orderId);
    }

    void withdrawalInDoubt(String orderId) {
        withdrawalInDoubt.add(orderId);
    }

    /** An answer that none of the above explains. */
    void contradicts(String answer) {
        contradictions.add(answer);
    }

    /** By id. */
    Map<String, Accepted> orders() {
        return Map.copyOf(accepted);
    }

    /** As they were accepted, with what is accepted meanwhile. */
    Iterable<Accepted> inOrder() {
        return inOrder;
    }

    int count() {
        return accepted.size();
    }

    int mostUnknown() {
        return inDoubt.get();
    }

    boolean isWithdrawn(String orderId) {
        return withdrawn.contains(orderId);
    }

    boolean isNotWithdrawable(String orderId) {
        return notWithdrawable.contains(orderId);
    }

    boolean isWithdrawalInDoubt(String orderId) {
        return withdrawalInDoubt.contains(orderId);
    }

    /** What callers were told that cannot all be true. */
    List<String> contradictions() {
        List<String> all = new ArrayList<>(contradictions);
        refused.stream()
                .filter(order -> !isKeyOfOtherLines(order))
                .map(order -> order + " was refused although its key has no other lines")
                .forEach(all::add);
        return all;
    }

    private boolean isKeyOfOtherLines(Refused order) {
        return accepted.values().stream()
                .filter(other -> other.userId().equals(order.userId()))
                .filter(other -> other.basket().key().equals(order.basket().key()))
                .map(other -> other.basket().lines())
                .anyMatch(lines -> !lines.equals(order.basket().lines()));
    }

    /** The lines that an accepted order has. */
    List<Line> linesOf(String orderId) {
        return accepted.get(orderId).basket().lines();
    }
}
