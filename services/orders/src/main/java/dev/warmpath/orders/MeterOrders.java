package dev.warmpath.orders;

import com.amazonaws.services.lambda.runtime.Context;
import dev.warmpath.events.WindowAnswer;
import dev.warmpath.events.WindowEvent;
import dev.warmpath.function.EventFunction;
import dev.warmpath.orders.projection.OrderCount;
import dev.warmpath.snapstart.Priming;
import dev.warmpath.snapstart.SnapStart;
import dev.warmpath.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Counts new orders in tumbling windows of a minute, on the stream of the orders table: Lambda keeps the count between the
 * invocations of a window, and nothing is kept in memory or in a table.
 *
 * <p>Approximate, and so named: Lambda delivers at least once, so that orders of a batch that is repeated may count twice. What
 * must be exact is counted by {@link ProjectRevenue}.
 *
 * <p>Each window of each shard of the stream gives one value of the metrics {@code OrdersPerMinuteApprox} and
 * {@code ItemsPerMinuteApprox}, written when it ends and so dated into the minute after: their Sum over a minute is the number
 * of orders, and of items in them. A minute without orders has no value.
 */
public final class MeterOrders extends EventFunction {
    public MeterOrders() {
        SnapStart.beforeCheckpoint(this::prime);
    }

    @Override
    protected void handle(InputStream in, OutputStream out, Context context) throws IOException {
        WindowEvent event = WindowEvent.read(in);
        OrderCount count = OrderCount.of(event.state()).plus(event.records());
        if (event.last()) {
            Telemetry.count("OrdersPerMinuteApprox", count.orders());
            Telemetry.count("ItemsPerMinuteApprox", count.items());
        }
        new WindowAnswer(count.state(), List.of()).write(out);
    }

    void prime() {
        Priming.pass(this, "/priming/meter-orders.json", "\"orders\":1");
        Priming.pass(this, "/priming/meter-orders-end.json", "\"orders\":1");
    }
}
