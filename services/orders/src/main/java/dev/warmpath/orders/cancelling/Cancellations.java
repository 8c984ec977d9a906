package dev.warmpath.orders.cancelling;

import dev.warmpath.batch.Retry;
import dev.warmpath.concurrent.FanOut;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.deadline.DeadlineException;
import dev.warmpath.items.Timestamps;
import dev.warmpath.orders.cancelling.Cancellation.Cancelled;
import dev.warmpath.orders.cancelling.Cancellation.Missing;
import dev.warmpath.orders.cancelling.Cancellation.OwnerSuspended;
import dev.warmpath.orders.cancelling.Cancellation.Rejected;
import dev.warmpath.orders.cancelling.Cancellation.Unsettled;
import dev.warmpath.orders.data.Customer;
import dev.warmpath.orders.data.Customers;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderAccess;
import dev.warmpath.orders.data.OrderKey;
import dev.warmpath.orders.data.OrderSchema;
import dev.warmpath.orders.data.OrderStatus;
import dev.warmpath.orders.data.Stock;
import dev.warmpath.orders.data.Transition;
import dev.warmpath.telemetry.Telemetry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Cancels orders, each in one transaction with the stock that it gives back, on the condition that it still is what it was when
 * it was read. So of cancellations and workers that try at once, one succeeds, and the others look again.
 */
public final class Cancellations {
    /** An order moves at most twice, and its owner is hardly suspended more often in so short a time. */
    private static final int MOST_ATTEMPTS = 5;

    private final DynamoDbClient client;
    private final String tableName;
    private final Customers customers;
    private final Clock clock;
    private final Retry retry = new Retry();

    public Cancellations(DynamoDbClient client, String tableName, Customers customers, Clock clock) {
        this.client = client;
        this.tableName = tableName;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * Cancels an order that is pending or confirmed. To repeat this does no harm.
     *
     * @throws DeadlineException if the time is over before it is read, or before other
     *     transactions on the same items end
     */
    public Cancellation cancel(OrderAccess access, Deadline deadline) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Found found = Telemetry.tracer().trace("Read order", () -> read(access, deadline));
            Optional<Cancellation> end = found.end();
            if (end.isPresent()) {
                return end.get();
            }
            Order cancelled = found.order().orElseThrow().cancelled(Timestamps.exact(clock.instant()));
            List<TransactWriteItem> actions = actions(access, found.order().orElseThrow(), cancelled.updatedAt());
            if (Telemetry.tracer().trace("Cancel order", () -> isMade(actions, deadline))) {
                Telemetry.count("OrdersCancelled", 1);
                return new Cancelled(cancelled);
            }
        }
        return new Unsettled();
    }

    private Found read(OrderAccess access, Deadline deadline) {
        List<Callable<Found>> calls = new ArrayList<>();
        calls.add(() -> new Found(find(access.key()), false));
        if (access.owner()) {
            calls.add(() -> new Found(Optional.empty(), isSuspended(access.key().userId())));
        }
        List<Found> parts = FanOut.all(deadline, calls);
        return new Found(parts.getFirst().order(), parts.getLast().ownerSuspended());
    }

    private Optional<Order> find(OrderKey key) {
        var answer = client.getItem(
                get -> get.tableName(tableName).key(key.attributes()).consistentRead(true));
        return answer.hasItem() ? Optional.of(OrderSchema.order(answer.item())) : Optional.empty();
    }

    /** An owner who has deleted the profile is not suspended, and may still cancel. */
    private boolean isSuspended(String userId) {
        return customers.find(userId).map(Customer::suspended).orElse(false);
    }

    private List<TransactWriteItem> actions(OrderAccess access, Order order, Instant at) {
        Transition transition = new Transition(order.key(), order.status(), OrderStatus.CANCELLED, at);
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(TransactWriteItem.builder().update(transition.in(tableName)).build());
        if (order.status() == OrderStatus.CONFIRMED) {
            order.lines().stream()
                    .map(line -> TransactWriteItem.builder()
                            .update(Stock.giveBack(tableName, line))
                            .build())
                    .forEach(actions::add);
        }
        if (access.owner()) {
            actions.add(TransactWriteItem.builder()
                    .conditionCheck(customers.requireNotSuspended(access.key().userId()))
                    .build());
        }
        return actions;
    }

    private boolean isMade(List<TransactWriteItem> actions, Deadline deadline) {
        try {
            return retry.call(deadline, () -> isMade(actions));
        } catch (TransactionCanceledException e) {
            if (has(e, "TransactionConflict")) {
                throw new DeadlineException("Other transactions held the order or its stock until the time was over");
            }
            throw e;
        }
    }

    /** Repeated by the SDK, a transaction that was made counts as made: its repetitions carry the token of the first. */
    private boolean isMade(List<TransactWriteItem> actions) {
        try {
            client.transactWriteItems(transaction -> transaction.transactItems(actions));
            return true;
        } catch (TransactionCanceledException e) {
            if (has(e, "ConditionalCheckFailed")) {
                return false;
            }
            throw e;
        }
    }

    private static boolean has(TransactionCanceledException cancelled, String reason) {
        return cancelled.cancellationReasons().stream().anyMatch(each -> reason.equals(each.code()));
    }

    /** What was read at one time. */
    private record Found(Optional<Order> order, boolean ownerSuspended) {
        /** What comes of the wish to cancel without an attempt. */
        Optional<Cancellation> end() {
            if (order.isEmpty()) {
                return Optional.of(new Missing());
            }
            if (ownerSuspended) {
                return Optional.of(new OwnerSuspended());
            }
            return switch (order.get().status()) {
                case PENDING, CONFIRMED -> Optional.empty();
                case REJECTED -> Optional.of(new Rejected());
                case CANCELLED -> Optional.of(new Cancelled(order.get()));
            };
        }
    }
}
