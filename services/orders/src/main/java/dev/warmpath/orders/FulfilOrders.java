package dev.warmpath.orders;

import com.amazonaws.services.lambda.runtime.Context;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.events.QueueBatch;
import dev.warmpath.events.QueueEvent;
import dev.warmpath.events.RetryDelay;
import dev.warmpath.function.EventFunction;
import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.orders.fulfilment.FactReads;
import dev.warmpath.orders.fulfilment.Facts;
import dev.warmpath.orders.fulfilment.Fulfilment;
import dev.warmpath.orders.fulfilment.Messages;
import dev.warmpath.snapstart.Priming;
import dev.warmpath.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * On the queue of orders: decides on each order of a batch, CONFIRMED or REJECTED. What fails comes back by itself, and what it
 * has no time left for.
 */
public final class FulfilOrders extends EventFunction {
    /** As many as a batch has. */
    private static final int ORDERS_AT_ONCE = 10;

    /** Some transactions with their repetitions; less is not worth the beginning. */
    private static final Duration FOR_AN_ORDER = Duration.ofMillis(300);

    /** Within the deadline, so that failed messages are given back sooner even if all the time was used. */
    private static final Duration TO_GIVE_BACK = Duration.ofMillis(500);

    private final FactReads reads;
    private final Fulfilment fulfilment;
    private final RetryDelay retryDelay;

    public FulfilOrders() {
        this(OrdersWiring.factReads(), OrdersWiring.fulfilment(), OrdersWiring.retryDelay());
        Priming.untilCompiled(this::prime);
    }

    FulfilOrders(FactReads reads, Fulfilment fulfilment, RetryDelay retryDelay) {
        this.reads = reads;
        this.fulfilment = fulfilment;
        this.retryDelay = retryDelay;
    }

    @Override
    protected void handle(InputStream event, OutputStream answer, Context context) throws IOException {
        Deadline deadline = Deadline.of(context);
        Deadline work = Deadline.in(deadline.remaining().minus(TO_GIVE_BACK));
        QueueBatch<OrderMessage> batch = QueueBatch.read(QueueEvent.records(event), Messages::read);
        Facts facts = reads.read(batch.values(), work);
        batch.process(
                ORDERS_AT_ONCE,
                FOR_AN_ORDER,
                work,
                (record, message) -> fulfilment.fulfil(message, record.sentAt(), facts, work));
        count(batch);
        retryDelay.shorten(batch.failed(), deadline);
        batch.response().write(answer);
    }

    private static void count(QueueBatch<OrderMessage> batch) {
        Telemetry.count("BatchSize", batch.size());
        Telemetry.count("UnreadableMessages", batch.unreadable());
        Telemetry.count("PartialFailures", batch.failed().size());
    }

    /**
     * Once to the tables, with an order that does not exist, whose message is dropped; then once with a made-up one that is
     * confirmed, and a message that nobody can read.
     */
    void prime() {
        Priming.pass(this, "/priming/fulfil-orders.json", "\"batchItemFailures\":[]");
        Priming.pass(
                PrimingWorkers.fulfilOrders(),
                "/priming/fulfil-orders-partly.json",
                "[{\"itemIdentifier\":\"unreadable\"}]");
    }
}
