package dev.warmpath.orders.report;

import dev.warmpath.items.Timestamps;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Orders as compressed CSV, a row per line of an order; the same orders always give the same bytes.
 *
 * <p>It does not say who placed an order: nobody has to count that, and a user who is deleted is in no report.
 */
final class OrderList {
    private static final Object[] HEADER = {
        "orderId", "status", "reason", "placedAt", "updatedAt", "sku", "quantity", "unitPrice", "amount", "currency"
    };

    private static final int BUFFER = 64 * 1024;

    private OrderList() {}

    /** Writes row by row, so that of the output only a buffer is in memory. The JDK's gzip header has no time. */
    static void write(List<Order> orders, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                OutputStream compressed = new GZIPOutputStream(out, BUFFER);
                Writer text = new BufferedWriter(new OutputStreamWriter(compressed, StandardCharsets.UTF_8))) {
            Csv csv = new Csv(text);
            csv.row(HEADER);
            for (Order order : orders) {
                for (OrderLine line : order.lines()) {
                    row(csv, order, line);
                }
            }
        }
    }

    private static void row(Csv csv, Order order, OrderLine line) throws IOException {
        boolean priced = line.unitPrice().isPresent();
        csv.row(
                order.key().orderId(),
                order.status(),
                order.reason().map(Enum::name).orElse(""),
                Timestamps.text(order.placedAt()),
                Timestamps.text(order.updatedAt()),
                line.sku(),
                line.quantity(),
                priced ? line.unitPrice().getAsLong() : "",
                priced ? Math.multiplyExact(line.unitPrice().getAsLong(), line.quantity()) : "",
                order.total().map(Money::currency).orElse(""));
    }
}
