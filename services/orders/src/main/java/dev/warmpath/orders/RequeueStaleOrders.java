package dev.warmpath.orders;

import com.amazonaws.services.lambda.runtime.Context;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.function.EventFunction;
import dev.warmpath.json.Json;
import dev.warmpath.orders.fulfilment.DeadLetters;
import dev.warmpath.orders.fulfilment.Requeued;
import dev.warmpath.orders.fulfilment.StaleOrders;
import dev.warmpath.snapstart.Priming;
import dev.warmpath.snapstart.SnapStart;
import dev.warmpath.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * By schedule: sends orders that nobody has decided on to the workers again, and rejects them after the last attempt. So an
 * order that was accepted while the queue was down, or whose message was lost, is decided on all the same.
 */
public final class RequeueStaleOrders extends EventFunction {
    private static final String PRIMING_EVENT = "/priming/requeue-stale-orders.json";

    private final StaleOrders staleOrders;
    private final DeadLetters deadLetters;

    public RequeueStaleOrders() {
        this(OrdersWiring.staleOrders(), OrdersWiring.deadLetters());
        SnapStart.beforeCheckpoint(this::prime);
    }

    RequeueStaleOrders(StaleOrders staleOrders, DeadLetters deadLetters) {
        this.staleOrders = staleOrders;
        this.deadLetters = deadLetters;
    }

    @Override
    protected void handle(InputStream event, OutputStream answer, Context context) throws IOException {
        Requeued requeued = staleOrders.requeue(Deadline.of(context));
        Telemetry.count("OrdersRequeued", requeued.sent());
        Telemetry.count("OrdersUnsent", requeued.unsent());
        Telemetry.count("OrdersUnprocessable", requeued.unprocessable());
        deadLetters.count().ifPresent(letters -> Telemetry.count("DeadLetters", letters));
        Json.write(
                Map.of(
                        "sent", requeued.sent(),
                        "unsent", requeued.unsent(),
                        "unprocessable", requeued.unprocessable()),
                answer);
    }

    /** Once to the tables at a time when nothing was due, then once with a made-up order that is sent. */
    void prime() {
        StaleOrders nothingDue = staleOrders.asOf(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        Priming.pass(new RequeueStaleOrders(nothingDue, deadLetters), PRIMING_EVENT, "\"sent\":0");
        Priming.pass(PrimingWorkers.requeueStaleOrders(), PRIMING_EVENT, "\"sent\":1");
    }
}
