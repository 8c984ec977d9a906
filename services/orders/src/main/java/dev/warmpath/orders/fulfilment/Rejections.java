package dev.warmpath.orders.fulfilment;

import dev.warmpath.orders.data.Reason;
import dev.warmpath.telemetry.Telemetry;
import java.util.Locale;

/** Counts rejected orders: all in {@code OrdersRejected}, and by reason as in {@code OrdersRejectedOutOfStock}. */
final class Rejections {
    private static final String METRIC = "OrdersRejected";

    private Rejections() {}

    static void count(Reason reason) {
        Telemetry.count(METRIC, 1);
        Telemetry.count(metric(reason), 1);
    }

    static String metric(Reason reason) {
        StringBuilder name = new StringBuilder(METRIC);
        for (String word : reason.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
