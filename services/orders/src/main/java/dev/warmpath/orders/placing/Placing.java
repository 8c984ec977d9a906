package dev.warmpath.orders.placing;

import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.orders.data.Order;
import dev.warmpath.telemetry.Telemetry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Accepts one order by writing and sending it at the same time, so that it takes the longer of both, and not their sum.
 *
 * <p>Whichever comes first, nothing is lost: a message without its row comes back until the row is there, and a row without its
 * message is sent by schedule. The message of an order that is refused names the hash of its body, and is dropped for it.
 */
public final class Placing {
    private final PendingOrders pending;
    private final OrderPuts puts;
    private final OrderQueue queue;

    public Placing(PendingOrders pending, OrderPuts puts, OrderQueue queue) {
        this.pending = pending;
        this.puts = puts;
        this.queue = queue;
    }

    /** The same with a put that always fails, and another queue: for priming. */
    public Placing neverPutting(OrderQueue other) {
        return new Placing(pending, puts.neverPutting(), other);
    }

    /**
     * Places an order. To repeat this for the same order does no harm.
     *
     * @throws dev.warmpath.deadline.DeadlineException if the order could not be written in time
     */
    public Placement place(String userId, NewOrder wanted, Deadline deadline) {
        Order order = pending.of(userId, wanted);
        Callable<Optional<Placement>> put =
                () -> Telemetry.tracer().trace("Write order", () -> Optional.of(puts.put(order)));
        Callable<Optional<Placement>> send = () -> Telemetry.tracer().trace("Send order", () -> {
            queue.send(order, deadline);
            return Optional.empty();
        });
        return FanOut.all(deadline, List.of(put, send)).getFirst().orElseThrow();
    }
}
