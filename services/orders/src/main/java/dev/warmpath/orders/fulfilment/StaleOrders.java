package dev.warmpath.orders.fulfilment;

import dev.warmpath.batch.BatchGet;
import dev.warmpath.batch.Table;
import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.items.Timestamps;
import dev.warmpath.orders.data.Attempt;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.orders.data.Reason;
import dev.warmpath.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Sends pending orders to the workers again, and rejects those that were sent often enough. The attempt is taken first, and
 * made then: one that fails is followed by the next, after twice the wait.
 */
public final class StaleOrders {
    private static final Logger LOG = LoggerFactory.getLogger(StaleOrders.class);

    /** One BatchGetItem. If a run is cut off, no more orders than these wait for their next attempt in vain. */
    private static final int CHUNK = 100;

    private static final int AT_ONCE = 20;

    /** For a chunk, with some repetitions. */
    private static final Duration FOR_A_CHUNK = Duration.ofSeconds(5);

    private final DynamoDbClient client;
    private final String tableName;
    private final WorkerQueue queue;
    private final RequeueSchedule schedule;
    private final Clock clock;
    private final PendingIndex index;
    private final BatchGet rows;
    private final Claims claims;
    private final Moves moves;

    public StaleOrders(
            DynamoDbClient client, String tableName, WorkerQueue queue, RequeueSchedule schedule, Clock clock) {
        this.client = client;
        this.tableName = tableName;
        this.queue = queue;
        this.schedule = schedule;
        this.clock = clock;
        this.index = new PendingIndex(client, tableName);
        this.rows = new BatchGet(client, new Table(tableName, List.of("pk", "sk")), 1).consistent();
        this.claims = new Claims(client, tableName);
        this.moves = new Moves(client, tableName);
    }

    /** The same at another time: for priming, which must find none. */
    public StaleOrders asOf(Clock time) {
        return new StaleOrders(client, tableName, queue, schedule, time);
    }

    /** Takes the orders that are due now, as many as there is time for; the next run goes on with the others. */
    public Requeued requeue(Deadline deadline) {
        Instant now = Timestamps.exact(clock.instant());
        List<OrderKey> due = Telemetry.tracer().trace("Find due orders", () -> index.dueAt(now, deadline));
        Requeued all = Requeued.NONE;
        // Where the queue does not take orders, more would only lose an attempt.
        for (int from = 0; from < due.size() && all.unsent() == 0 && isTimeFor(deadline); from += CHUNK) {
            List<OrderKey> chunk = due.subList(from, Math.min(due.size(), from + CHUNK));
            all = all.plus(Telemetry.tracer().trace("Requeue orders", () -> requeue(chunk, now, deadline)));
        }
        return all;
    }

    private static boolean isTimeFor(Deadline deadline) {
        return deadline.remaining().compareTo(FOR_A_CHUNK) >= 0;
    }

    private Requeued requeue(List<OrderKey> keys, Instant now, Deadline deadline) {
        List<Taken> taken = take(due(keys, now, deadline), now, deadline);
        List<Order> claimed =
                taken.stream().flatMap(one -> one.claimed().stream()).toList();
        int unprocessable = (int) taken.stream().filter(Taken::rejected).count();
        int unsent = claimed.isEmpty() ? 0 : queue.send(claimed, deadline);
        return new Requeued(claimed.size() - unsent, unsent, unprocessable);
    }

    /** The index may lag behind the orders. */
    private List<Order> due(List<OrderKey> keys, Instant now, Deadline deadline) {
        return rows.read(keys.stream().map(OrderKey::attributes).toList(), deadline).found().stream()
                .map(OrderSchema::order)
                .filter(order -> order.status() == OrderStatus.PENDING)
                .filter(order -> order.nextAttempt()
                        .filter(attempt -> !attempt.at().isAfter(now))
                        .isPresent())
                .toList();
    }

    private List<Taken> take(List<Order> orders, Instant now, Deadline deadline) {
        List<Callable<Taken>> calls = orders.stream()
                .<Callable<Taken>>map(order -> () -> take(order, now, deadline))
                .toList();
        return FanOut.all(deadline, AT_ONCE, calls);
    }

    /** An order that fails is tried again by the next run, and holds up no other. */
    private Taken take(Order order, Instant now, Deadline deadline) {
        Telemetry.correlate(order.correlationId());
        try {
            Attempt due = order.nextAttempt().orElseThrow();
            Optional<Attempt> next = schedule.after(due, now);
            return next.isPresent() ? claim(order, due, next.get()) : reject(order, now, deadline);
        } catch (SdkException e) {
            LOG.warn("Order {} could not be taken", order.key().orderId(), e);
            return Taken.NOTHING;
        }
    }

    private Taken claim(Order order, Attempt due, Attempt next) {
        return claims.claim(order, due, next) ? new Taken(Optional.of(order), false) : Taken.NOTHING;
    }

    private Taken reject(Order order, Instant now, Deadline deadline) {
        Move move = new Move(OrderMessage.of(order), OrderStatus.REJECTED, now);
        if (moves.reject(move, Reason.UNPROCESSABLE, deadline) != Outcome.MOVED) {
            return Taken.NOTHING;
        }
        Rejections.count(Reason.UNPROCESSABLE);
        LOG.error(
                "Order {} is rejected, since no attempt to decide on it succeeded",
                order.key().orderId());
        return new Taken(Optional.empty(), true);
    }

    private record Taken(Optional<Order> claimed, boolean rejected) {
        static final Taken NOTHING = new Taken(Optional.empty(), false);
    }
}
