package dev.warmpath.orders.placing;

import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.orders.placing.Placement.Placed;
import dev.warmpath.orders.placing.Placement.Unknown;
import dev.warmpath.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Accepts many orders: writes all of them, and then sends those that are known to be written.
 *
 * <p>In this order, since puts of a batch have no condition: one that the client repeats must never meet an order that the
 * workers have decided on, and set it back to pending. For the same reason such orders are not sent by schedule before the
 * request is over.
 */
public final class BatchPlacing {
    private final PendingOrders pending;
    private final OrderPuts puts;
    private final OrderQueue queue;

    public BatchPlacing(PendingOrders pending, OrderPuts puts, OrderQueue queue) {
        this.pending = pending;
        this.puts = puts;
        this.queue = queue;
    }

    /** The same with puts of single orders that always fail, and another queue: for priming. */
    public BatchPlacing neverPutting(OrderQueue other) {
        return new BatchPlacing(pending, puts.neverPutting(), other);
    }

    /**
     * Places orders, of which no two have one key.
     *
     * @return what came of each, in their order
     */
    public List<Placement> place(String userId, List<NewOrder> wanted, Deadline deadline) {
        List<Order> fresh = new ArrayList<>();
        List<Order> keyed = new ArrayList<>();
        List<Order> orders = new ArrayList<>();
        for (NewOrder each : wanted) {
            boolean hasKey = each.idempotencyKey().isPresent();
            Order order = hasKey ? pending.of(userId, each) : pending.of(userId, each, deadline.remaining());
            (hasKey ? keyed : fresh).add(order);
            orders.add(order);
        }
        Map<String, Placement> written = Telemetry.tracer().trace("Write orders", () -> write(fresh, keyed, deadline));
        List<Placement> placements = orders.stream()
                .map(order -> written.getOrDefault(order.key().orderId(), new Unknown()))
                .toList();
        send(placements, deadline);
        return placements;
    }

    private Map<String, Placement> write(List<Order> fresh, List<Order> keyed, Deadline deadline) {
        Map<String, Placement> written = new HashMap<>(puts.putFresh(fresh, deadline));
        written.putAll(puts.putEach(keyed, deadline));
        return written;
    }

    private void send(List<Placement> placements, Deadline deadline) {
        List<Order> undecided = placements.stream()
                .filter(Placed.class::isInstance)
                .map(placement -> ((Placed) placement).order())
                .filter(order -> order.status() == OrderStatus.PENDING)
                .toList();
        Telemetry.tracer().trace("Send orders", () -> {
            queue.sendAll(undecided, deadline);
            return null;
        });
    }
}
